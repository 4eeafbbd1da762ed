package org.valida.server.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.valida.server.lote.Lote;
import org.valida.server.lote.LoteError;
import org.valida.server.lote.LoteStore;
import org.valida.server.lote.Status;
import org.valida.server.lote.Subject;

/** Keeps lotes in the database. A lote's errors are there with its last state, all or none. */
public final class Lotes implements LoteStore {

  private static final int BATCH = 1_000;

  private final Database database;

  public Lotes(Database database) {
    this.database = database;
  }

  @Override
  public List<Lote> all() {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              var errors = errors(handle);
              return handle
                  .createQuery(
                      "select id, conta, assunto, enviado, estado from lote order by ordem")
                  .map(
                      (row, context) ->
                          new Lote(
                              UUID.fromString(row.getString(1)),
                              row.getString(2),
                              Subject.valueOf(row.getString(3)),
                              Instant.parse(row.getString(4)),
                              Status.valueOf(row.getString(5)),
                              errors.getOrDefault(row.getString(1), List.of())))
                  .list();
            });
  }

  private static Map<String, List<LoteError>> errors(Handle handle) {
    var keys = new HashMap<String, Map<Integer, Map<String, String>>>();
    handle
        .createQuery("select lote_id, posicao, nome, valor from lote_erro_chave")
        .map(
            (row, context) ->
                keys.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                    .computeIfAbsent(row.getInt(2), place -> new LinkedHashMap<>())
                    .put(row.getString(3), row.getString(4)))
        .list();
    var errors = new HashMap<String, List<LoteError>>();
    handle
        .createQuery("select lote_id, posicao, erro from lote_erro order by lote_id, posicao")
        .map(
            (row, context) ->
                errors
                    .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                    .add(
                        new LoteError(
                            row.getString(3),
                            keys.getOrDefault(row.getString(1), Map.of())
                                .getOrDefault(row.getInt(2), Map.of()))))
        .list();
    return errors;
  }

  @Override
  public void put(Lote lote) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              var id = lote.id().toString();
              if (handle.execute(
                      "update lote set estado = ? where id = ?", lote.status().name(), id)
                  == 0) {
                handle.execute(
                    "insert into lote (id, conta, assunto, enviado, estado) values (?, ?, ?, ?, ?)",
                    id,
                    lote.account(),
                    lote.subject().name(),
                    lote.sent().toString(),
                    lote.status().name());
              }
              errors(handle, id, lote.errors());
            });
  }

  private static void errors(Handle handle, String id, List<LoteError> errors) {
    handle.execute("delete from lote_erro where lote_id = ?", id);
    try (var sentences =
            handle.prepareBatch("insert into lote_erro (lote_id, posicao, erro) values (?, ?, ?)");
        var keys =
            handle.prepareBatch(
                "insert into lote_erro_chave (lote_id, posicao, nome, valor) values (?, ?, ?, ?)")) {
      for (int place = 0; place < errors.size(); place++) {
        sentences.add(id, place, errors.get(place).sentence());
        for (var key : errors.get(place).keys().entrySet()) {
          keys.add(id, place, key.getKey(), key.getValue());
        }
        if (sentences.size() >= BATCH) {
          sentences.execute();
          keys.execute();
        }
      }
      sentences.execute();
      keys.execute();
    }
  }

  @Override
  public void remove(UUID id) {
    database
        .jdbi()
        .useHandle(handle -> handle.execute("delete from lote where id = ?", id.toString()));
  }
}
