package org.valida.server.store;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.valida.server.consulta.Attribute;
import org.valida.server.consulta.EnteKey;
import org.valida.server.consulta.Method;

/**
 * Writes payloads, each in one transaction: all of it is there once {@link #write} returns, and
 * nothing of it before. An ente that came before for the same method, year and period is replaced.
 */
public final class Payloads {

  private static final int BATCH = 1_000;

  /**
   * The entes of one payload, one after the other.
   *
   * @param <X> what reading them may throw
   */
  public interface Work<X extends Exception> {
    /** Hands them on. Whatever it throws undoes the payload. */
    void entes(Target target) throws X;
  }

  /** Takes entes. */
  public interface Target {
    /**
     * @param items values of the method's attributes, in their order
     */
    void put(EnteKey key, List<List<Object>> items);
  }

  private final Database database;

  public Payloads(Database database) {
    this.database = database;
  }

  /**
   * Writes a payload.
   *
   * @param rectified for retificadora: when they did, in UTC
   * @throws DatabaseException if the database fails; nothing was written then
   */
  public <X extends Exception> void write(Method method, LocalDateTime rectified, Work<X> work)
      throws X, DatabaseException {
    try {
      transact(method, rectified, work);
    } catch (JdbiException e) {
      throw new DatabaseException("writing failed", e);
    }
  }

  /**
   * Forgets all that was written.
   *
   * @throws DatabaseException if the database fails
   */
  public void clear() throws DatabaseException {
    try {
      database
          .jdbi()
          .useTransaction(
              handle -> {
                handle.execute("delete from ente");
                handle.execute("delete from retificadora");
              });
    } catch (JdbiException e) {
      throw new DatabaseException("clearing failed", e);
    }
  }

  private <X extends Exception> void transact(Method method, LocalDateTime rectified, Work<X> work)
      throws X {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              if (method == Method.RETIFICADORA) {
                rectifications(handle, rectified, work);
              } else {
                lists(handle, method, work);
              }
            });
  }

  private static <X extends Exception> void lists(Handle handle, Method method, Work<X> work)
      throws X {
    try (var items = handle.prepareBatch(insert(method))) {
      work.entes(
          (key, list) -> {
            long id = replace(handle, method, key);
            for (int place = 0; place < list.size(); place++) {
              add(items, id, place, list.get(place));
            }
          });
      items.execute();
    }
  }

  private static long replace(Handle handle, Method method, EnteKey key) {
    handle.execute(
        "delete from ente where metodo = ? and num_ano = ? and sgl_uf = ? and cod_municipio = ?"
            + " and num_periodo = ?",
        method.label(),
        key.numAno(),
        key.sglUf(),
        key.codMunicipio(),
        key.numPeriodo());
    return handle
        .createUpdate(
            "insert into ente (metodo, num_ano, sgl_uf, cod_municipio, num_periodo)"
                + " values (?, ?, ?, ?, ?)")
        .bind(0, method.label())
        .bind(1, key.numAno())
        .bind(2, key.sglUf())
        .bind(3, key.codMunicipio())
        .bind(4, key.numPeriodo())
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  private static void add(PreparedBatch items, long id, int place, List<Object> values) {
    items.bind(0, id).bind(1, place);
    for (int i = 0; i < values.size(); i++) {
      items.bind(i + 2, values.get(i));
    }
    items.add();
    if (items.size() >= BATCH) {
      items.execute();
    }
  }

  private static String insert(Method method) {
    var names = method.attributes().stream().map(Attribute::name).collect(Collectors.joining(", "));
    return "insert into "
        + method.label()
        + " (ente_id, posicao, "
        + names
        + ") values (?, ?"
        + ", ?".repeat(method.attributes().size())
        + ")";
  }

  /**
   * One may rectify the same period twice, so the second time is another row; but loading a payload
   * again adds none.
   */
  private static <X extends Exception> void rectifications(
      Handle handle, LocalDateTime rectified, Work<X> work) throws X {
    Map<EnteKey, Integer> times = new HashMap<>();
    work.entes(
        (key, none) -> {
          int time = times.merge(key, 1, Integer::sum);
          var columns =
              List.<Object>of(
                  rectified, key.numAno(), key.sglUf(), key.codMunicipio(), key.numPeriodo(), time);
          handle.execute(
              "delete from retificadora where dat_retificacao = ? and num_ano = ? and sgl_uf = ?"
                  + " and cod_municipio = ? and num_periodo = ? and vez = ?",
              columns.toArray());
          handle.execute(
              "insert into retificadora"
                  + " (dat_retificacao, num_ano, sgl_uf, cod_municipio, num_periodo, vez)"
                  + " values (?, ?, ?, ?, ?, ?)",
              columns.toArray());
        });
  }
}
