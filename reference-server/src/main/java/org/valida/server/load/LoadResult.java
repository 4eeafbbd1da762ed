package org.valida.server.load;

import java.util.Optional;
import org.valida.server.consulta.Method;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;

/** What became of one payload. */
public sealed interface LoadResult {

  /** How reports name the payload. */
  String path();

  /**
   * All of it is in the database, for good.
   *
   * @param entes rows of ente
   * @param items of all their lists
   */
  record Loaded(String path, Method method, long entes, long items) implements LoadResult {}

  /**
   * It can be loaded, but was not yet.
   *
   * @param sha256 of its bytes
   */
  record InOrder(String path, Method method, Optional<String> sha256) implements LoadResult {}

  /** It has errors; nothing of it was loaded. */
  record Invalid(FileResult result) implements LoadResult {
    @Override
    public String path() {
      return result.path();
    }
  }

  /** Valida could not check it; nothing of it was loaded. */
  record Unchecked(Failure failure) implements LoadResult {
    @Override
    public String path() {
      return failure.path();
    }
  }

  /** It is in order, but cannot be loaded. */
  record Refused(String path, Reason reason) implements LoadResult {}

  /** Why a payload in order cannot be loaded. */
  enum Reason {
    /** It is no answer of a consulta method. */
    NO_CONSULTA,
    /** It comes only once, and has to be read twice. */
    NO_FILE,
    /** Each of its lines is a payload of its own. */
    LINES,
    /** It was written to while it was read. */
    CHANGED,
    /** A text holds U+0000 or half a surrogate pair, which a database does not keep. */
    UNSTORABLE_TEXT
  }
}
