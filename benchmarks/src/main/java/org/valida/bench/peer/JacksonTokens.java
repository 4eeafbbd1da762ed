package org.valida.bench.peer;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;

/** The tokens of a payload with Jackson's streaming parser, and no check at all. */
public final class JacksonTokens {

  private JacksonTokens() {}

  /** {@code JacksonTokens FILE}. */
  public static void main(String[] args) throws IOException {
    try (var parser = new JsonFactory().createParser(new File(args[0]))) {
      while (parser.nextToken() != null) {}
    }
    Verdict.tell(0);
  }
}
