package org.valida.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Locale;
import org.valida.violation.Printable;
import org.valida.violation.Violation;

/**
 * JSON as all reports write it. Characters that would steer a console, and halves of surrogate
 * pairs, are written as escapes: the value is the same to every reader.
 */
public final class JsonOutput {

  private JsonOutput() {}

  /** Indented by two blanks, with LF. */
  public static JsonGenerator pretty(Writer out) throws IOException {
    var indenter = new DefaultIndenter("  ", "\n");
    var separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("")
            .withRootSeparator(null);
    var json = compact(out);
    json.setPrettyPrinter(
        new DefaultPrettyPrinter(separators)
            .withArrayIndenter(indenter)
            .withObjectIndenter(indenter));
    return json;
  }

  /** On one line, with nothing between root values. */
  public static JsonGenerator compact(Writer out) throws IOException {
    var factory =
        new JsonFactoryBuilder()
            .rootValueSeparator((String) null)
            .characterEscapes(new ConsoleEscapes())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    return factory.createGenerator(out);
  }

  /** The members of a violation, in their public order. */
  static void members(JsonGenerator json, Violation violation, Wording wording) throws IOException {
    json.writeStringField("rule", violation.rule().id());
    json.writeStringField("severity", violation.severity().label());
    json.writeStringField("pointer", violation.pointer());
    json.writeNumberField("line", violation.line());
    json.writeNumberField("column", violation.column());
    json.writeNumberField("offset", violation.offset());
    json.writeStringField("message", wording.message(violation));
    json.writeStringField("clause", violation.clause().orElse(null));
    json.writeStringField("value", violation.value().orElse(null));
    json.writeStringField("help", wording.help(violation));
  }

  /** A member that is an object with a text, as SARIF has its messages. */
  static void text(JsonGenerator json, String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  /** A text, a whole number, or a list of such. */
  static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Collection<?> several) {
      json.writeStartArray();
      for (var one : several) {
        value(json, one);
      }
      json.writeEndArray();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }

  /** Something that writes. */
  interface Writing {
    void write() throws IOException;
  }

  /** Runs it, and throws what listeners may throw. */
  static void unchecked(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private static final class ConsoleEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      var codes = standardAsciiEscapesForJSON();
      codes[0x7F] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int ch) {
      char c = (char) ch;
      return Printable.isUnsafe(c) || Character.isSurrogate(c)
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", ch))
          : null;
    }
  }
}
