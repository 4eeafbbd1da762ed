package org.valida.server.roundtrip;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.valida.json.Decimal;
import org.valida.json.JsonCursor;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonStop;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Municipios;

/**
 * Reads the rows of a payload or of an answer, one at a time, with the places of their values. Of
 * an answer nothing is taken for granted but that it is JSON.
 */
final class RowReader {

  private static final Decimal LEAST = Decimal.of("-9999999");
  private static final Decimal MOST = Decimal.of("9999999");

  private final Method method;
  private final Municipios municipios;
  private final JsonCursor cursor;
  private final IntPredicate withExcerpts;
  private boolean excerpts;
  private String datConsulta = "";
  private Place list;

  /**
   * @param withExcerpts of which rows, by their index
   */
  RowReader(Method method, Municipios municipios, InputStream document, IntPredicate withExcerpts) {
    this.method = method;
    this.municipios = municipios;
    this.cursor = Utf8Cursor.over(document, Limits.defaults());
    this.withExcerpts = withExcerpts;
  }

  /** The text of dat_consulta, empty where there is none; known once all was read. */
  String datConsulta() {
    return datConsulta;
  }

  /** Where the list of rows begins; known once the first row was read, empty without a list. */
  Optional<Place> list() {
    return Optional.ofNullable(list);
  }

  /** How far it was read, in bytes. */
  long offset() {
    return cursor.offset();
  }

  /**
   * Hands on the rows, to the end of the document.
   *
   * @return whether it is an object with a list of rows, all of them objects
   * @throws JsonStop if it is not JSON
   */
  boolean rows(Consumer<Row> rows) {
    if (cursor.next() != Token.START_OBJECT) {
      return false;
    }
    boolean right = true;
    while (cursor.next() == Token.NAME) {
      var name = cursor.text();
      var token = cursor.next();
      if (name.equals("ente") && token == Token.START_ARRAY) {
        right &= entes(rows);
      } else {
        datConsulta = name.equals("dat_consulta") ? cursor.text() : datConsulta;
        cursor.skip();
      }
    }
    cursor.next();
    return right && list != null;
  }

  private boolean entes(Consumer<Row> rows) {
    list = Place.of(cursor, true);
    boolean right = true;
    for (int index = 0; cursor.next() != Token.END_ARRAY; index++) {
      if (cursor.token() == Token.START_OBJECT) {
        excerpts = withExcerpts.test(index);
        rows.accept(row(index));
      } else {
        right = false;
        cursor.skip();
      }
    }
    return right;
  }

  private Row row(int index) {
    var place = place();
    var listPlace = place;
    var written = new HashMap<String, Cell>();
    var items = List.<Item>of();
    while (cursor.next() == Token.NAME) {
      var name = cursor.text();
      cursor.next();
      if (RowKey.ATTRIBUTES.contains(name)) {
        written.put(name, cell());
      } else if (name.equals(method.list()) && cursor.token() == Token.START_ARRAY) {
        listPlace = place();
        items = items();
      } else {
        cursor.skip();
      }
    }
    return new Row(index, key(written), place, listPlace, written, items);
  }

  private List<Item> items() {
    var items = new ArrayList<Item>();
    while (cursor.next() != Token.END_ARRAY) {
      var place = place();
      items.add(new Item(items.size(), place, method.plainItems() ? plain() : cells()));
    }
    return items;
  }

  private List<Optional<Cell>> plain() {
    return List.of(Optional.of(cell()));
  }

  private List<Optional<Cell>> cells() {
    var cells = new Cell[method.attributes().size()];
    if (cursor.token() != Token.START_OBJECT) {
      cursor.skip();
    } else {
      while (cursor.next() == Token.NAME) {
        var name = cursor.text();
        cursor.next();
        int at = method.attributes().stream().map(each -> each.name()).toList().indexOf(name);
        if (at < 0) {
          cursor.skip();
        } else {
          cells[at] = cell();
        }
      }
    }
    return Arrays.stream(cells).map(Optional::ofNullable).toList();
  }

  private Cell cell() {
    var place = place();
    var kind =
        switch (cursor.token()) {
          case STRING -> Cell.Kind.TEXT;
          case NUMBER -> Cell.Kind.NUMBER;
          case NULL -> Cell.Kind.NULL;
          default -> Cell.Kind.OTHER;
        };
    var text = cursor.text();
    cursor.skip();
    return new Cell(kind, text, place);
  }

  private Place place() {
    return Place.of(cursor, excerpts);
  }

  private RowKey key(Map<String, Cell> written) {
    var values =
        RowKey.ATTRIBUTES.stream()
            .map(name -> Optional.ofNullable(written.get(name)).map(RowReader::plain).orElse(""))
            .toList();
    return new RowKey(values.get(0), municipio(values.get(1)), values.get(2), values.get(3));
  }

  /** The digits of an integer however it is written, any other text as it is. */
  private static String plain(Cell cell) {
    return cell.kind() == Cell.Kind.NULL ? "" : digits(cell.text());
  }

  private static String digits(String text) {
    try {
      var number = Decimal.of(text);
      boolean code =
          number.isInteger() && number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0;
      return code ? integer(number) : text;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static String integer(Decimal number) {
    return new java.math.BigDecimal(number.toString()).toBigIntegerExact().toString();
  }

  private String municipio(String text) {
    if (!text.matches("[1-9][0-9]{5,6}")) {
      return text;
    }
    var code = municipios.code(Integer.parseInt(text));
    if (code.isEmpty()) {
      return text;
    }
    return municipios.isWholeState(code.getAsInt()) ? "" : String.valueOf(code.getAsInt());
  }
}
