package org.valida.json;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.valida.json.JsonCursor.Token;

/**
 * Reads made and mutated documents with this cursor and with Jackson's parser: both must see the
 * same.
 */
class JacksonComparisonTest {

  private final JsonFactory jackson = new JsonFactory();

  @Test
  void madeDocumentsHaveTheSameTokens() throws IOException {
    for (long seed = 0; seed < 3_000; seed++) {
      byte[] document = new DocumentMaker(seed).document();
      var theirs = theirs(document);
      assertThat(theirs.get(theirs.size() - 1)).isEqualTo("END");
      assertThat(ours(document)).as("seed %d", seed).isEqualTo(theirs);
    }
  }

  @Test
  void mutatedDocumentsAreReadAndRefusedAlike() throws IOException {
    int refused = 0;
    for (long seed = 0; seed < 30_000; seed++) {
      byte[] document = new DocumentMaker(seed % 300).document();
      document = DocumentMaker.mutated(document, new Random(seed));
      if (isOtherEncoding(document)) {
        continue;
      }
      var ours = ours(document);
      var theirs = theirs(document);
      boolean weStop = !ours.get(ours.size() - 1).equals("END");
      boolean theyStop = !theirs.get(theirs.size() - 1).equals("END");
      refused += weStop ? 1 : 0;
      if (!isUtf8(document)) {
        // Jackson reads some overlong forms and code points that do not exist.
        assertThat(weStop).as("seed %d", seed).isTrue();
        continue;
      }
      if (theirs.get(theirs.size() - 1).contains("surrogate")) {
        // RFC 8259 lets an escape name half of a pair; Jackson does not, in names.
        continue;
      }
      assertThat(weStop).as("seed %d: %s", seed, ours.get(ours.size() - 1)).isEqualTo(theyStop);
      // Where both stop, either may have given a token more: a number is judged with or without
      // what follows.
      int common = Math.min(ours.size(), theirs.size()) - (weStop ? 1 : 0);
      assertThat(ours.subList(0, common)).as("seed %d", seed).isEqualTo(theirs.subList(0, common));
      assertThat(Math.abs(ours.size() - theirs.size())).as("seed %d", seed).isLessThan(3);
    }
    assertThat(refused).isBetween(10_000, 29_000);
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

  private List<String> theirs(byte[] document) throws IOException {
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
