package org.valida.violation;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.valida.resource.Bundle;

/**
 * The sentences about rules and violations in one language.
 *
 * <p>They stand in {@code messages_pt.properties} and {@code messages_en.properties}, read as UTF-8
 * whatever the machine's locale and charset, under {@code <rule>.title}, {@code .why}, {@code
 * .repair} and {@code .message}; a variant's own sentence stands under {@code
 * <rule>.message.<variant>} and {@code <rule>.repair.<variant>}. A sentence names its arguments in
 * braces; besides those of the violation there are always {@code {attribute}}, {@code {value}},
 * {@code {pointer}} and {@code {rule}}. What is filled in is {@link Printable}; an argument that
 * the violation does not have stays visible as {@code {name}}.
 */
public final class Messages {

  /**
   * The rule whose arguments are names of JSON types, which have words in the reader's language.
   */
  private static final String TYPE_RULE = "schema-type";

  /**
   * A longer attribute name is cut in messages, in UTF-16 units; the pointer still has it whole.
   */
  private static final int NAME_LENGTH = 80;

  private final Bundle texts;

  private Messages(String language) {
    this.texts =
        new Bundle(Messages.class, "/org/valida/violation/messages_" + language + ".properties");
  }

  /**
   * The sentences in that language, read on first use.
   *
   * @param language {@code pt} or {@code en}
   * @throws IllegalArgumentException if it is another
   */
  public static Messages of(String language) {
    return switch (language) {
      case "pt" -> Portuguese.MESSAGES;
      case "en" -> English.MESSAGES;
      default ->
          throw new IllegalArgumentException("no texts in " + language + ", only in pt and en");
    };
  }

  /** What is wrong and what was expected, in one line without a full stop. */
  public String message(Violation violation) {
    return variant(violation, "message")
        .or(() -> text("ui.rule.message"))
        .map(text -> fill(text, violation))
        .orElseThrow();
  }

  /** What to do about it; empty for a rule without texts, such as a user's own. */
  public String repair(Violation violation) {
    return variant(violation, "repair").map(text -> fill(text, violation)).orElse("");
  }

  /** What the rule looks for; its id if it has no texts. */
  public String title(String ruleId) {
    return text(ruleId + ".title").orElse(ruleId);
  }

  /** Why the rule matters; empty if it has no texts. */
  public String why(String ruleId) {
    return text(ruleId + ".why").orElse("");
  }

  /** The sentence under a key, with its placeholders as they stand. */
  public Optional<String> text(String key) {
    return texts.find(key);
  }

  private Optional<String> variant(Violation violation, String part) {
    var plain = violation.rule().id() + "." + part;
    return violation.variant().isEmpty()
        ? text(plain)
        : text(plain + "." + violation.variant()).or(() -> text(plain));
  }

  private String fill(String text, Violation violation) {
    return Patterns.PLACEHOLDER
        .matcher(withoutEmpty(text, violation.arguments()))
        .replaceAll(
            placeholder ->
                Matcher.quoteReplacement(
                    argument(placeholder.group(1), violation)
                        .map(Printable::of)
                        .orElse(placeholder.group())));
  }

  /** An empty argument takes along the parentheses around it, or the colon before it at the end. */
  private static String withoutEmpty(String text, Map<String, Object> arguments) {
    var rest = text;
    for (var argument : arguments.entrySet()) {
      if ("".equals(argument.getValue())) {
        var placeholder = "{" + argument.getKey() + "}";
        rest = rest.replace(" (" + placeholder + ")", "");
        if (rest.endsWith(": " + placeholder)) {
          rest = rest.substring(0, rest.length() - placeholder.length() - 2);
        }
      }
    }
    return rest;
  }

  private Optional<String> argument(String name, Violation violation) {
    var given = violation.arguments().get(name);
    if (given != null) {
      var shown = name.equals("name") ? visible(given.toString()) : given.toString();
      return Optional.of(violation.rule().id().equals(TYPE_RULE) ? typeWords(shown) : shown);
    }
    return switch (name) {
      case "attribute" -> Optional.of(attribute(violation.pointer()));
      case "value" ->
          Optional.of(
              violation.value().map(Messages::visible).orElseGet(() -> word("ui.structure")));
      case "pointer" -> Optional.of(violation.pointer());
      case "rule" -> Optional.of(violation.rule().id());
      default -> Optional.empty();
    };
  }

  /** The last name in a pointer; "item 3" for the third item of an array. */
  private String attribute(String pointer) {
    if (pointer.isEmpty()) {
      return word("ui.document");
    }
    var last =
        pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    if (Patterns.INDEX.matcher(last).matches()) {
      return word("ui.item").replace("{number}", Long.toString(Long.parseLong(last) + 1));
    }
    return visible(last.length() <= NAME_LENGTH ? last : last.substring(0, NAME_LENGTH) + "…");
  }

  /** The text in quotes where one would not see it, or where it begins and ends. */
  private static String visible(String text) {
    boolean hidden =
        text.isEmpty()
            || !text.strip().equals(text)
            || text.codePoints().anyMatch(Messages::isInvisible);
    return hidden ? '"' + text + '"' : text;
  }

  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT || Character.isSpaceChar(c) && c != ' ';
  }

  private String typeWords(String types) {
    return Patterns.WORD
        .matcher(types)
        .replaceAll(
            type -> Matcher.quoteReplacement(text("ui.type." + type.group()).orElse(type.group())));
  }

  private String word(String key) {
    return text(key).orElseThrow(() -> new IllegalStateException("no text " + key));
  }

  /** Made for the first violation: a run without any needs none. */
  private static final class Patterns {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");
    static final Pattern WORD = Pattern.compile("[a-z]+");
  }

  private static final class Portuguese {
    static final Messages MESSAGES = new Messages("pt");
  }

  private static final class English {
    static final Messages MESSAGES = new Messages("en");
  }
}
