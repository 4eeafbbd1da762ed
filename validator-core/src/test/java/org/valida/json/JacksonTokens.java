package org.valida.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.valida.json.JsonCursor.Token;

/**
 * Jackson's parser as an oracle: what it reads of a document, held against what this cursor reads.
 */
final class JacksonTokens {

  /**
   * What came of a document.
   *
   * @param refused whether this cursor refused it
   * @param difference where the two disagree; empty if nowhere
   */
  record Comparison(boolean refused, String difference) {}

  private final JsonFactory jackson = new JsonFactory();

  /** Reads a document with both. Where Jackson is known to be wrong, it is not listened to. */
  Comparison compare(byte[] document) {
    var ours = ours(document);
    boolean weStop = !ours.get(ours.size() - 1).equals("END");
    return new Comparison(weStop, isOtherEncoding(document) ? "" : difference(document, ours));
  }

  private String difference(byte[] document, List<String> ours) {
    var theirs = theirs(document);
    boolean weStop = !ours.get(ours.size() - 1).equals("END");
    boolean theyStop = !theirs.get(theirs.size() - 1).equals("END");
    if (!isUtf8(document)) {
      // Jackson reads some overlong forms and code points that do not exist.
      return weStop ? "" : "this cursor reads what is not UTF-8";
    }
    if (theirs.get(theirs.size() - 1).contains("surrogate")) {
      // RFC 8259 lets an escape name half of a pair; Jackson does not, in names.
      return "";
    }
    if (weStop != theyStop) {
      return ours.get(ours.size() - 1) + " but Jackson: " + theirs.get(theirs.size() - 1);
    }
    // Where both stop, either may have given a token more: a number is judged with or without what
    // follows.
    int common = Math.min(ours.size(), theirs.size()) - (weStop ? 1 : 0);
    for (int i = 0; i < common; i++) {
      if (!ours.get(i).equals(theirs.get(i))) {
        return ours.get(i) + " but Jackson: " + theirs.get(i);
      }
    }
    int more = ours.size() - theirs.size();
    return Math.abs(more) < 3 ? "" : more + " tokens more than Jackson";
  }

  private static List<String> ours(byte[] document) {
    var tokens = new ArrayList<String>();
    var cursor = Trace.cursor(document);
    try {
      while (cursor.next() != Token.END) {
        tokens.add(
            cursor.token() + " " + cursor.text() + " at " + cursor.offset() + " " + cursor.depth());
      }
      tokens.add("END");
    } catch (JsonStop stop) {
      tokens.add(stop.getMessage());
    }
    return tokens;
  }

  private List<String> theirs(byte[] document) {
    var tokens = new ArrayList<String>();
    int depth = 0;
    boolean value = false;
    try (JsonParser parser = jackson.createParser(document)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (depth == 0 && value) {
          tokens.add("a second value");
          return tokens;
        }
        value = true;
        depth -= token.isStructEnd() ? 1 : 0;
        tokens.add(
            name(token)
                + " "
                + parser.getText()
                + " at "
                + parser.currentTokenLocation().getByteOffset()
                + " "
                + depth);
        depth += token.isStructStart() ? 1 : 0;
      }
      tokens.add(value ? "END" : "nothing");
    } catch (StreamReadException | CharacterCodingException e) {
      tokens.add(e.getMessage());
    } catch (IOException e) {
      // So Jackson tells of some bad bytes.
      tokens.add(e.getMessage());
    }
    return tokens;
  }

  private static Token name(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> Token.START_OBJECT;
      case END_OBJECT -> Token.END_OBJECT;
      case START_ARRAY -> Token.START_ARRAY;
      case END_ARRAY -> Token.END_ARRAY;
      case FIELD_NAME -> Token.NAME;
      case VALUE_STRING -> Token.STRING;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Token.NUMBER;
      case VALUE_TRUE -> Token.TRUE;
      case VALUE_FALSE -> Token.FALSE;
      case VALUE_NULL -> Token.NULL;
      default -> throw new AssertionError(token);
    };
  }

  private static boolean isOtherEncoding(byte[] document) {
    for (int i = 0; i < Math.min(4, document.length); i++) {
      if (document[i] == 0 || document[i] == (byte) 0xFE || document[i] == (byte) 0xFF) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUtf8(byte[] document) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
