package org.valida.report;

import org.valida.violation.Severity;

/**
 * ANSI colours, or none.
 *
 * @param colour whether there are any
 */
public record Paint(boolean colour) {

  public String bold(String text) {
    return sgr("1", text);
  }

  public String faint(String text) {
    return sgr("2", text);
  }

  /** For what is right. */
  public String good(String text) {
    return sgr("1;32", text);
  }

  public String severity(Severity severity, String text) {
    return sgr(
        switch (severity) {
          case ERROR -> "1;31";
          case WARNING -> "1;33";
          case INFO -> "1;36";
        },
        text);
  }

  String summary(Summary.Mood mood, String text) {
    return switch (mood) {
      case CLEAN -> good(text);
      case WARNED -> severity(Severity.WARNING, text);
      case BROKEN -> severity(Severity.ERROR, text);
    };
  }

  private String sgr(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
