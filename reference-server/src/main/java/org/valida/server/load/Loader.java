package org.valida.server.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.valida.Valida;
import org.valida.check.HashedSource;
import org.valida.check.Source;
import org.valida.check.Unreadable;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Moment;
import org.valida.server.consulta.Municipios;
import org.valida.server.load.LoadResult.InOrder;
import org.valida.server.load.LoadResult.Loaded;
import org.valida.server.load.LoadResult.Reason;
import org.valida.server.load.LoadResult.Refused;
import org.valida.server.load.LoadResult.Unchecked;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseException;
import org.valida.server.store.Payloads;

/**
 * Loads payloads of the consulta methods. Each is checked first, all of it; one with an error is
 * refused, and so is one of another contract. What is loaded is loaded in one transaction.
 */
public final class Loader {

  private final Inspector inspector;
  private final Payloads payloads;
  private final Municipios municipios;
  private final Clock clock;

  /**
   * @param clock for rectifications of a payload that does not say when
   */
  public Loader(Valida valida, Database database, Clock clock) {
    this.inspector = new Inspector(valida);
    this.payloads = new Payloads(database);
    this.municipios = Municipios.builtIn();
    this.clock = clock;
  }

  /**
   * Loads one payload. When this returns that it is loaded, it stays so even if the process dies.
   */
  public LoadResult load(Source source) throws DatabaseException {
    var inspected = inspector.inspect(source);
    return inspected instanceof InOrder good
        ? load(good.method(), source, good.sha256())
        : inspected;
  }

  private LoadResult load(Method method, Source source, Optional<String> sha256)
      throws DatabaseException {
    var hashed = new HashedSource(source);
    try (var payload = hashed.open()) {
      var reader = new PayloadReader(method, municipios, payload);
      var rectified = method == Method.RETIFICADORA ? rectified(source) : now();
      payloads.write(
          method,
          rectified,
          (Payloads.Work<RefusedException>)
              target -> {
                read(reader, target, payload, () -> hashed.sha256().equals(sha256));
              });
      return new Loaded(source.path(), method, reader.entes(), reader.items());
    } catch (RefusedException e) {
      return new Refused(source.path(), e.reason());
    } catch (IOException e) {
      return new Unchecked(Unreadable.of(source.path(), e));
    } catch (UncheckedIOException e) {
      return new Unchecked(Unreadable.of(source.path(), e.getCause()));
    }
  }

  /** What is written must be what was checked, so the file must not have changed in between. */
  private static void read(
      PayloadReader reader, Payloads.Target target, InputStream payload, BooleanSupplier unchanged)
      throws RefusedException {
    RuntimeException failure = null;
    try {
      reader.entes(target);
    } catch (RuntimeException e) {
      failure = e;
    }
    close(payload);
    if (!unchanged.getAsBoolean()) {
      throw new RefusedException(Reason.CHANGED);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static void close(InputStream payload) {
    try {
      payload.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LocalDateTime rectified(Source source) throws IOException {
    try (var payload = source.open()) {
      return new PayloadReader(Method.RETIFICADORA, municipios, payload)
          .datConsulta()
          .flatMap(Moment::ofPayload)
          .orElseGet(this::now);
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
  }
}
