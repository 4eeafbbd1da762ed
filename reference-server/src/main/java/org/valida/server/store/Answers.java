package org.valida.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.valida.server.consulta.AnswerSink;
import org.valida.server.consulta.Attribute;
import org.valida.server.consulta.EnteKey;
import org.valida.server.consulta.Filter;
import org.valida.server.consulta.Method;
import org.valida.server.store.Selection.Entry;

/**
 * Reads answers. An answer of any size takes the same memory: its entes come out of the database
 * {@value #PAGE} at a time, in the order of their keys, each page beginning after the last ente of
 * the one before; and the rows of a page come one by one from a cursor. One transaction sees one
 * state of the data, whatever is loaded meanwhile.
 */
public final class Answers {

  private static final int PAGE = 20;
  private static final String ORDER = "num_ano, sgl_uf, cod_municipio, num_periodo, id";
  private static final int KEY_COLUMNS = 6;

  private final Database database;

  public Answers(Database database) {
    this.database = database;
  }

  /**
   * Hands on what passes the filter.
   *
   * @throws IOException from the sink
   * @throws BusyException if no connection becomes free in time; the sink has got nothing then
   */
  public void read(Method method, Filter filter, AnswerSink sink) throws IOException {
    try {
      database
          .jdbi()
          .useTransaction(
              TransactionIsolationLevel.REPEATABLE_READ,
              handle -> {
                handle.setReadOnly(true);
                pages(handle, method, Selection.of(method, filter), sink);
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (ConnectionException e) {
      throw new BusyException(e);
    }
  }

  private static void pages(Handle handle, Method method, Selection all, AnswerSink sink) {
    var rest = all;
    while (true) {
      var page = page(handle, method, rest, sink);
      if (page.size() < PAGE) {
        return;
      }
      rest = all.after(page.get(PAGE - 1));
    }
  }

  private static List<Entry> page(
      Handle handle, Method method, Selection selection, AnswerSink sink) {
    return handle
        .createQuery(sql(method, selection))
        .bindMap(selection.bindings())
        .setFetchSize(500)
        .scanResultSet(
            (rows, context) -> {
              try (context) {
                return handOn(rows.get(), method, sink);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static String sql(Method method, Selection selection) {
    var entes =
        "select * from "
            + (method.hasList() ? "ente" : method.label())
            + selection.where()
            // The column that is the same in all of them lets H2 see that its index has this order.
            + (method.hasList() ? " order by metodo, " : " order by ")
            + ORDER
            + " fetch first "
            + PAGE
            + " rows only";
    if (!method.hasList()) {
      return "select id, sgl_uf, cod_municipio, num_ano, num_periodo from ("
          + entes
          + ") e order by "
          + ORDER;
    }
    var columns =
        method.attributes().stream()
            .map(attribute -> ", i." + attribute.name())
            .collect(Collectors.joining());
    return "select e.id, e.sgl_uf, e.cod_municipio, e.num_ano, e.num_periodo, i.posicao"
        + columns
        + " from ("
        + entes
        + ") e left join "
        + method.label()
        + " i on i.ente_id = e.id order by "
        + ORDER
        + ", i.posicao";
  }

  private static List<Entry> handOn(ResultSet rows, Method method, AnswerSink sink)
      throws SQLException, IOException {
    var entes = new ArrayList<Entry>(PAGE);
    while (rows.next()) {
      long id = rows.getLong(1);
      if (entes.isEmpty() || entes.get(entes.size() - 1).id() != id) {
        var key = new EnteKey(rows.getString(2), rows.getInt(3), rows.getInt(4), rows.getInt(5));
        entes.add(new Entry(id, key));
        sink.ente(key);
      }
      // An ente whose list is empty has one row, without a place in the list.
      if (method.hasList() && rows.getObject(KEY_COLUMNS) != null) {
        sink.item(values(rows, method));
      }
    }
    return entes;
  }

  private static List<Object> values(ResultSet rows, Method method) throws SQLException {
    var values = new ArrayList<Object>(method.attributes().size());
    for (var attribute : method.attributes()) {
      values.add(value(rows, KEY_COLUMNS + 1 + values.size(), attribute));
    }
    return values;
  }

  private static Object value(ResultSet rows, int column, Attribute attribute) throws SQLException {
    return switch (attribute.kind()) {
      case INTEGER -> rows.getInt(column);
      case TEXT -> rows.getString(column);
      case DECIMAL -> rows.getBigDecimal(column);
    };
  }
}
