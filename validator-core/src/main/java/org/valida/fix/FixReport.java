package org.valida.fix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.report.Cap;
import org.valida.report.OutputException;
import org.valida.report.Phrases;
import org.valida.violation.Printable;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/**
 * Tells people of repairs: a line for each, as compilers write them, or what the bytes were and
 * will be, as a unified diff shows them. Shows no more of a lote than the report of a check does. A
 * failing output throws {@link OutputException}.
 */
public final class FixReport {

  /**
   * How repairs are shown.
   *
   * @param diff what changes, instead of a line for each repair
   * @param most shown per rule and file without {@code diff}, 0 for all
   * @param colour whether ANSI colours are used
   * @param showPersonal whether CPF, NIS and names are shown as written
   */
  public record Options(boolean diff, long most, boolean colour, boolean showPersonal) {}

  private final Appendable out;
  private final Phrases phrases;
  private final Options options;

  /**
   * @param language {@code pt}; anything else is {@code en}
   */
  public FixReport(Appendable out, String language, Options options) {
    this.out = out;
    this.phrases = Phrases.read(FixReport.class, "/org/valida/fix/fix", language);
    this.options = options;
  }

  /** Tells of what can be repaired in each input, and of what is not. */
  public void inputs(FixResult result) {
    for (var input : result.inputs()) {
      if (input.changed() || input.refused() > 0) {
        var teller = new Teller(input);
        teller.begin();
        result.tell(input, teller);
        teller.end();
      }
    }
  }

  /**
   * The one line in which it ends.
   *
   * @param written how many files were rewritten; less than 0 if none was to be
   */
  public void summary(FixResult result, long written) {
    long changed = result.inputs().stream().filter(FixedInput::changed).count();
    var parts = new ArrayList<String>();
    if (changed == 0) {
      parts.add(phrases.counted("summary.nothing", result.inputs().size()));
    } else {
      var key = written < 0 ? "summary.possible" : "summary.written";
      parts.add(
          phrases.counted(
              key,
              result.repairs() + result.recoded(),
              Map.of("files", phrases.counted("files", written < 0 ? changed : written))));
    }
    if (result.refused() > 0) {
      parts.add(phrases.counted("summary.refused", result.refused()));
    }
    parts.add(phrases.text("summary.left", Map.of("left", left(result.after()))));
    if (changed > 0 && written < 0) {
      parts.add(phrases.text("summary.how"));
    }
    line(String.join("; ", parts));
  }

  private String left(RunResult after) {
    var left = new ArrayList<String>();
    if (after.errors() > 0) {
      left.add(phrases.counted("errors", after.errors()));
    }
    if (after.warnings() > 0) {
      left.add(phrases.counted("warnings", after.warnings()));
    }
    if (after.infos() > 0) {
      left.add(phrases.counted("infos", after.infos()));
    }
    return left.isEmpty() ? phrases.text("left.nothing") : String.join(", ", left);
  }

  private void line(String text) {
    try {
      out.append(text).append('\n');
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private String coloured(String code, String text) {
    return options.colour() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** Finds the repairs of an input again while it is checked once more, for all there is to say. */
  private final class Teller implements RunListener {
    private final FixedInput input;
    private final Cap cap = new Cap(options.most());
    private final Map<Long, List<Repair>> refused = new HashMap<>();
    private final String path;
    private Hunk hunk;

    Teller(FixedInput input) {
      this.input = input;
      this.path = Printable.of(input.path());
      for (var repair : input.piece().refused().keySet()) {
        refused.computeIfAbsent(repair.offset(), first -> new ArrayList<>()).add(repair);
      }
    }

    void begin() {
      if (options.diff() && input.changed()) {
        line(coloured("1", "--- " + path));
        line(coloured("1", "+++ " + path));
      }
      if (input.recoded()) {
        line(path + ": " + phrases.text("recoded") + " [" + Remedies.ENCODING + "]");
      }
    }

    @Override
    public void violation(String name, Violation violation) {
      var rule = violation.rule().id();
      var made = input.piece().patch().find(rule, violation.offset());
      if (made.isPresent()) {
        if (options.diff()) {
          change(violation, made.get());
        } else {
          say(violation, phrases.text("made", Map.of("what", what(rule))));
        }
        return;
      }
      refused.getOrDefault(violation.offset(), List.of()).stream()
          .filter(repair -> repair.rule().equals(rule))
          .findFirst()
          .ifPresent(repair -> refused(violation, repair));
    }

    private String what(String rule) {
      return phrases.text("repair." + rule);
    }

    private void refused(Violation violation, Repair repair) {
      flush();
      var news = input.piece().refused().get(repair);
      var parts = Map.of("what", what(repair.rule()), "rule", news);
      say(violation, phrases.text(news.isEmpty() ? "refused.document" : "refused", parts));
    }

    private void say(Violation violation, String sentence) {
      var rule = violation.rule().id();
      if (cap.admits(path, rule)) {
        line(
            coloured("1", path + ":" + violation.line() + ":" + violation.column() + ":")
                + " "
                + sentence
                + " ["
                + rule
                + "]");
      }
    }

    private void change(Violation violation, Repair repair) {
      var change = Disguise.of(violation, repair, options.showPersonal());
      if (hunk == null || !hunk.takes(violation, change)) {
        flush();
        hunk = new Hunk(violation, change);
      }
    }

    private void flush() {
      if (hunk != null) {
        var what = String.join("; ", hunk.rules().stream().distinct().map(this::what).toList());
        line(coloured("36", Printable.of(hunk.header())) + " " + what);
        line(coloured("31", "-" + Printable.of(hunk.before())));
        line(coloured("32", "+" + Printable.of(hunk.after())));
        hunk = null;
      }
    }

    void end() {
      flush();
      cap.close(
          path,
          (rule, count) ->
              line(phrases.counted("hidden", count, Map.of("path", path, "rule", rule))));
    }
  }
}
