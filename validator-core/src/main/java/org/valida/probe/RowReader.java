package org.valida.probe;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonStop;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.probe.Rows.Ente;
import org.valida.probe.Rows.Row;

/** Reads the rows of a consulta answer from a stream; one item of a list is held at a time. */
final class RowReader {

  private static final Limits LIMITS = Limits.defaults();
  private static final int MOST_BYTES_OF_ITEM = 1 << 20;
  private static final Set<String> KEYS =
      Set.of("sgl_uf", "cod_municipio", "num_ano", "num_periodo");

  /** The six digits of Brasília, which is the whole of DF. */
  private static final int BRASILIA = 530010;

  private final Utf8Cursor cursor;
  private final MessageDigest sha256;
  private final Map<Ente, Row> rows = new LinkedHashMap<>();

  private RowReader(InputStream body) {
    this.cursor = Utf8Cursor.over(body, LIMITS);
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows; empty where the text is no such answer, or has too many. Does not close it. */
  static Optional<Rows> read(InputStream body) {
    try {
      return new RowReader(body).document();
    } catch (JsonStop | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private Optional<Rows> document() {
    if (cursor.next() != Token.START_OBJECT) {
      return Optional.empty();
    }
    boolean found = false;
    while (cursor.next() == Token.NAME) {
      boolean entes = cursor.text().equals("ente");
      if (cursor.next() == Token.START_ARRAY && entes) {
        found = true;
        entes();
      } else {
        cursor.skip();
      }
    }
    return found && cursor.next() == Token.END && rows.size() <= Rows.MOST
        ? Optional.of(new Rows(rows))
        : Optional.empty();
  }

  private void entes() {
    while (cursor.next() != Token.END_ARRAY) {
      if (cursor.token() == Token.START_OBJECT && rows.size() <= Rows.MOST) {
        ente();
      } else {
        cursor.skip();
      }
    }
  }

  private void ente() {
    var keys = new HashMap<String, String>();
    var row = new Row(0, 0, 0, 0);
    while (cursor.next() == Token.NAME) {
      var name = cursor.text();
      var token = cursor.next();
      if (KEYS.contains(name)) {
        keys.put(name, scalar(token));
      } else if (token == Token.START_ARRAY) {
        while (cursor.next() != Token.END_ARRAY) {
          row = row.plus(digest(name, 1));
        }
      } else {
        row = row.plus(digest(name, 0));
      }
    }
    add(keys, row);
  }

  private String scalar(Token token) {
    if (token == Token.STRING || token == Token.NUMBER) {
      return cursor.text().strip();
    }
    cursor.skip();
    return "";
  }

  private Row digest(String name, int items) {
    var text = new StringBuilder(name).append(' ');
    JsonValue.read(cursor.capture(MOST_BYTES_OF_ITEM), LIMITS).canonical(text);
    var bytes = ByteBuffer.wrap(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    return new Row(0, items, bytes.getLong(), bytes.getLong());
  }

  /** A row without a right key is the contract's to complain of. */
  private void add(Map<String, String> keys, Row content) {
    var uf = keys.getOrDefault("sgl_uf", "");
    long municipio = number(keys.getOrDefault("cod_municipio", ""));
    long year = number(keys.getOrDefault("num_ano", ""));
    long period = number(keys.getOrDefault("num_periodo", ""));
    if (!uf.matches("[A-Z]{2}") || year <= 0 || period <= 0) {
      return;
    }
    int six = sixDigits(municipio);
    var ente = new Ente(uf, six == BRASILIA ? 0 : six, (int) year, (int) period);
    var row = new Row(Math.max(0, municipio), content.items(), content.high(), content.low());
    rows.merge(ente, row, Row::plus);
  }

  static int sixDigits(long municipio) {
    return (int) (municipio > 999_999 ? municipio / 10 : Math.max(0, municipio));
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,7}") ? Long.parseLong(text) : 0;
  }
}
