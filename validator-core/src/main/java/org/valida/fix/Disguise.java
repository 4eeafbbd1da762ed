package org.valida.fix;

import org.valida.privacy.Mask;
import org.valida.violation.Printable;
import org.valida.violation.Violation;

/**
 * How a token and what takes its place may be shown: as openly as the violation shows the value,
 * and never more.
 *
 * @param before the line around the token, as it is
 * @param start where in the line the token stands, in UTF-16 units
 * @param length of the token as shown
 * @param replacement what is shown in its place
 * @param open whether the line is shown as written
 */
record Disguise(String before, int start, int length, String replacement, boolean open) {

  private static final int SHOWN = 70;

  static Disguise of(Violation violation, Repair repair, boolean showPersonal) {
    var excerpt = violation.excerpt();
    if (excerpt.isEmpty()) {
      return new Disguise("\\uFEFF…", 0, 6, "", false);
    }
    var line = excerpt.text();
    int start = Math.min(excerpt.start(), line.length());
    int end = Math.min(start + excerpt.length(), line.length());
    var marked = line.substring(start, end);
    var original = shown(repair.originalText(), showPersonal);
    var replacement = shown(repair.replacementText(), showPersonal);
    boolean asWritten = marked.equals(original);
    if (asWritten || isName(repair)) {
      return new Disguise(line, start, marked.length(), replacement, asWritten);
    }
    var rest = line.substring(end);
    var content = content(repair.originalText());
    if (violation.value().filter(content::equals).isPresent()) {
      // Public, though the line around it is not.
      return new Disguise(
          line.substring(0, start) + original + rest, start, original.length(), replacement, false);
    }
    return new Disguise(line, start, marked.length(), masked(marked, repair), false);
  }

  private static boolean isName(Repair repair) {
    return repair.rule().startsWith("attribute-");
  }

  private static String masked(String marked, Repair repair) {
    var content = content(repair.replacementText());
    if (repair.rule().equals("cpf-format") || repair.rule().equals("nis-format")) {
      return Mask.number(content);
    }
    return marked.equals(Mask.initials(content(repair.originalText())))
        ? Mask.initials(content)
        : Mask.HIDDEN;
  }

  private static String content(String token) {
    return Texts.content(token).orElse(token);
  }

  private static String shown(String token, boolean showPersonal) {
    var text = Printable.of(showPersonal ? token : Mask.free(token));
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
