package org.valida.server.load;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.valida.json.Decimal;
import org.valida.json.JsonCursor;
import org.valida.json.JsonCursor.Token;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.server.consulta.Attribute;
import org.valida.server.consulta.EnteKey;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Municipios;
import org.valida.server.store.Payloads;

/**
 * Reads the entes of a payload that Valida found in order. Whatever it only warned about is read as
 * it was meant: a number in quotes, a município without its last digit, the Distrito Federal as a
 * município. Holds one ente at a time.
 */
final class PayloadReader {

  private final Method method;
  private final Municipios municipios;
  private final JsonCursor cursor;
  private long entes;
  private long items;

  PayloadReader(Method method, Municipios municipios, InputStream payload) {
    this.method = method;
    this.municipios = municipios;
    this.cursor = Utf8Cursor.over(payload, Limits.defaults());
  }

  /** How many were read. */
  long entes() {
    return entes;
  }

  /** How many were read, of all lists. */
  long items() {
    return items;
  }

  /** The text of dat_consulta, wherever it stands. */
  Optional<String> datConsulta() {
    cursor.next();
    while (cursor.next() == Token.NAME) {
      var name = cursor.text();
      cursor.next();
      if (name.equals("dat_consulta")) {
        return Optional.of(cursor.text());
      }
      cursor.skip();
    }
    return Optional.empty();
  }

  /** Hands on the entes, to the end of the document. */
  void entes(Payloads.Target target) throws RefusedException {
    cursor.next();
    while (cursor.next() == Token.NAME) {
      var name = cursor.text();
      cursor.next();
      if (name.equals("ente")) {
        while (cursor.next() == Token.START_OBJECT) {
          ente(target);
        }
      } else {
        cursor.skip();
      }
    }
    cursor.next();
  }

  private void ente(Payloads.Target target) throws RefusedException {
    var uf = "";
    int municipio = EnteKey.STATE;
    int year = 0;
    int period = 0;
    var list = List.<List<Object>>of();
    while (cursor.next() == Token.NAME) {
      var name = cursor.text();
      cursor.next();
      switch (name) {
        case "sgl_uf" -> uf = cursor.text();
        case "cod_municipio" -> municipio = municipio();
        case "num_ano" -> year = integer();
        case "num_periodo" -> period = integer();
        default -> {
          if (name.equals(method.list())) {
            list = list();
          } else {
            cursor.skip();
          }
        }
      }
    }
    target.put(new EnteKey(uf, municipio, year, period), list);
    entes++;
    items += list.size();
  }

  private int municipio() {
    if (cursor.token() == Token.NULL || cursor.text().isEmpty()) {
      return EnteKey.STATE;
    }
    int code = municipios.code(integer()).orElseThrow();
    return municipios.isWholeState(code) ? EnteKey.STATE : code;
  }

  private List<List<Object>> list() throws RefusedException {
    var list = new ArrayList<List<Object>>();
    while (cursor.next() != Token.END_ARRAY) {
      list.add(method.plainItems() ? List.of(text()) : item());
    }
    return list;
  }

  private List<Object> item() throws RefusedException {
    var values = new Object[method.attributes().size()];
    while (cursor.next() == Token.NAME) {
      var name = cursor.text();
      cursor.next();
      int at =
          IntStream.range(0, values.length)
              .filter(i -> method.attributes().get(i).name().equals(name))
              .findFirst()
              .orElse(-1);
      if (at >= 0) {
        values[at] = value(method.attributes().get(at));
      } else {
        cursor.skip();
      }
    }
    return List.copyOf(Arrays.asList(values));
  }

  private Object value(Attribute attribute) throws RefusedException {
    return switch (attribute.kind()) {
      case INTEGER -> integer();
      case TEXT -> text();
      case DECIMAL -> decimal();
    };
  }

  /** Also of 540.0 and "540". */
  private int integer() {
    return new BigDecimal(cursor.text()).intValueExact();
  }

  private BigDecimal decimal() {
    var written = cursor.text();
    // Zero may have an exponent beyond what BigDecimal takes.
    return Decimal.of(written).signum() == 0
        ? BigDecimal.ZERO.setScale(2)
        : new BigDecimal(written).setScale(2, RoundingMode.UNNECESSARY);
  }

  private String text() throws RefusedException {
    var text = cursor.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || Character.isSurrogate(c) && !pair) {
        throw new RefusedException(LoadResult.Reason.UNSTORABLE_TEXT);
      }
      i += pair ? 1 : 0;
    }
    return text;
  }
}
