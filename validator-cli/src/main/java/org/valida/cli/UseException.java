package org.valida.cli;

/** The user asked for something that cannot be; the message is the sentence for them. */
final class UseException extends Exception {

  private static final long serialVersionUID = 1L;

  UseException(String sentence) {
    super(sentence);
  }
}
