package org.valida.report;

import static org.valida.report.JsonOutput.unchecked;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.valida.violation.Printable;

/**
 * The rows as the script of the page reads them: JSON inside a {@code script} element. No character
 * of it can end that element or be taken for markup. Texts that many rows have in common stand
 * once.
 */
record HtmlData(List<HtmlRow> rows, Map<String, String> texts) implements Content {

  @Override
  public void writeTo(TemplateOutput output) {
    unchecked(() -> write(new Passing(output)));
  }

  private void write(Writer out) throws IOException {
    var factory =
        new JsonFactoryBuilder()
            .characterEscapes(new MarkupEscapes())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    try (var json = factory.createGenerator(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("texts");
      for (var text : texts.entrySet()) {
        json.writeStringField(text.getKey(), text.getValue());
      }
      json.writeEndObject();
      var paths = shared(json, "paths", HtmlRow::path);
      var rules = shared(json, "rules", HtmlRow::rule);
      var whys = shared(json, "whys", HtmlRow::why);
      var helps = shared(json, "helps", HtmlRow::help);
      var clauses = shared(json, "clauses", HtmlRow::clause);
      var schools = shared(json, "schools", HtmlRow::school);
      var stages = shared(json, "stages", HtmlRow::stage);
      json.writeArrayFieldStart("rows");
      for (var row : rows) {
        json.writeStartArray();
        json.writeNumber(row.severity().ordinal());
        json.writeNumber(rules.get(row.rule()));
        json.writeNumber(paths.get(row.path()));
        json.writeNumber(row.line());
        json.writeNumber(row.column());
        json.writeString(row.message());
        json.writeNumber(helps.get(row.help()));
        json.writeNumber(whys.get(row.why()));
        json.writeNumber(clauses.get(row.clause()));
        json.writeString(row.pointer());
        json.writeString(row.record());
        json.writeString(row.before());
        json.writeString(row.marked());
        json.writeString(row.after());
        json.writeNumber(schools.get(row.school()));
        json.writeNumber(stages.get(row.stage()));
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** Writes the texts of a column once each, and tells the number of each. */
  private Map<String, Integer> shared(
      JsonGenerator json, String name, Function<HtmlRow, String> column) throws IOException {
    var numbers = new LinkedHashMap<String, Integer>();
    json.writeArrayFieldStart(name);
    for (var row : rows) {
      var text = column.apply(row);
      if (numbers.putIfAbsent(text, numbers.size()) == null) {
        json.writeString(text);
      }
    }
    json.writeEndArray();
    return numbers;
  }

  /** Hands everything on to the template's output as it is. */
  private static final class Passing extends Writer {
    private final TemplateOutput output;

    Passing(TemplateOutput output) {
      this.output = output;
    }

    @Override
    public void write(char[] text, int from, int length) {
      output.writeContent(new String(text, from, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static final class MarkupEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      var codes = standardAsciiEscapesForJSON();
      codes['<'] = ESCAPE_STANDARD;
      codes['>'] = ESCAPE_STANDARD;
      codes['&'] = ESCAPE_STANDARD;
      codes[0x7F] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int ch) {
      return Printable.isUnsafe((char) ch)
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", ch))
          : null;
    }
  }
}
