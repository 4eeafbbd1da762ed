package org.valida.report;

import java.util.ArrayList;
import java.util.Map;
import org.valida.violation.RunResult;

/** What the run came to, in plain words. */
record HtmlVerdict(Phrases phrases, RunResult result) {

  HtmlPage.Banner banner() {
    long checked = result.files().stream().filter(file -> file.failure().isEmpty()).count();
    long unchecked = result.files().size() - checked + result.failures().size();
    if (checked == 0) {
      return banner("bad", "nothing", phrases.text("verdict.nothing.text"));
    }
    var sentences = new ArrayList<String>();
    if (unchecked > 0) {
      sentences.add(phrases.counted("verdict.unchecked.text", unchecked));
    }
    var kind = kind();
    sentences.add(phrases.text("verdict." + kind + ".text", parts(checked)));
    var text = String.join(" ", sentences);
    if (unchecked > 0) {
      return banner("bad", kind.equals("broken") ? "unchecked-broken" : "unchecked", text);
    }
    return banner(
        switch (kind) {
          case "broken" -> "bad";
          case "warned" -> "warning";
          default -> "good";
        },
        kind,
        text);
  }

  private String kind() {
    if (result.errors() > 0) {
      return "broken";
    }
    return result.warnings() > 0 ? "warned" : result.infos() > 0 ? "advised" : "clean";
  }

  private Map<String, String> parts(long checked) {
    return Map.of(
        "files", phrases.counted("files", checked),
        "records", phrases.counted("records", result.records()),
        "found", found());
  }

  private String found() {
    var parts = new ArrayList<String>();
    if (result.errors() > 0) {
      parts.add(phrases.counted("errors", result.errors()));
    }
    if (result.warnings() > 0) {
      parts.add(phrases.counted("warnings", result.warnings()));
    }
    if (result.infos() > 0) {
      parts.add(phrases.counted("infos", result.infos()));
    }
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : phrases.text(
            "list",
            Map.of("first", String.join(", ", parts.subList(0, last)), "last", parts.get(last)));
  }

  private HtmlPage.Banner banner(String mood, String title, String text) {
    return new HtmlPage.Banner(mood, phrases.text("verdict." + title + ".title"), text);
  }
}
