package org.valida.cli;

import java.util.Map;

/**
 * What a command was told.
 *
 * @param command its name
 * @param options by each of their names: a Boolean, a String, or a list of Strings where an option
 *     may come several times
 * @param positional the rest: null, a String, or a list of Strings where there may be several
 */
record Arguments(String command, Map<String, Object> options, Object positional) {

  /**
   * The value of an option.
   *
   * @param otherwise if it was not given
   */
  @SuppressWarnings("unchecked") // The syntax decides the type, and who asks knows it.
  <T> T matchedOptionValue(String option, T otherwise) {
    return (T) options.getOrDefault(option, otherwise);
  }

  /**
   * What is no option.
   *
   * @param otherwise if there is nothing
   */
  @SuppressWarnings("unchecked") // As above.
  <T> T matchedPositionalValue(T otherwise) {
    return positional == null ? otherwise : (T) positional;
  }
}
