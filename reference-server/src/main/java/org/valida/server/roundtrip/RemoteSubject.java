package org.valida.server.roundtrip;

import org.valida.Valida;
import org.valida.check.Source;
import org.valida.server.load.Inspector;
import org.valida.server.load.LoadResult;

/** Any service that holds the payloads already, all of them together. */
public final class RemoteSubject implements Subject {

  private final Inspector inspector;
  private final Service service;

  public RemoteSubject(Valida valida, Service service) {
    this.inspector = new Inspector(valida);
    this.service = service;
  }

  @Override
  public LoadResult take(Source payload) {
    return inspector.inspect(payload);
  }

  @Override
  public boolean oneByOne() {
    return false;
  }

  @Override
  public Service service() {
    return service;
  }
}
