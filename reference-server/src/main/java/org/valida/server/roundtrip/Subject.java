package org.valida.server.roundtrip;

import org.valida.check.Source;
import org.valida.server.load.LoadResult;
import org.valida.server.store.DatabaseException;

/** A service with what it holds. */
public sealed interface Subject permits LocalSubject, RemoteSubject {

  /**
   * Has it hold a payload, which is checked first.
   *
   * @return {@link LoadResult.Loaded} or {@link LoadResult.InOrder}, or why it holds it not
   */
  LoadResult take(Source payload) throws DatabaseException;

  /** Whether it holds each payload alone, and forgets it before the next. */
  boolean oneByOne();

  Service service();
}
