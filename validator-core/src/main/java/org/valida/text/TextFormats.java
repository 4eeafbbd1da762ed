package org.valida.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The formats that the drafts of JSON Schema define: draft 4, clause 7.3; draft 6, clause 8.3;
 * draft 7, clause 7.3.
 */
public final class TextFormats {

  private static final Map<String, TextFormat> DRAFT4 =
      with(
          Map.of(),
          new Named("date-time", Timestamps::isDateTime),
          new Named("email", TextFormatEmails::isEmail),
          new Named("hostname", Hostnames::isHostname),
          new Named("ipv4", TextFormatAddresses::isIpv4),
          new Named("ipv6", TextFormatAddresses::isIpv6),
          new Named("uri", Uris::isUri));

  private static final Map<String, TextFormat> DRAFT6 =
      with(
          DRAFT4,
          new Named("json-pointer", TextFormatPointers::isPointer),
          new Named("uri-reference", Uris::isUriReference),
          new Named("uri-template", UrisTemplate::isTemplate));

  private static final Map<String, TextFormat> DRAFT7 =
      with(
          DRAFT6,
          new Named("date", Timestamps::isDate),
          new Named("time", Timestamps::isTime),
          new Named("hostname", Hostnames::isHostnameWithALabels),
          new Named("idn-email", TextFormatEmails::isIdnEmail),
          new Named("idn-hostname", Hostnames::isIdnHostname),
          new Named("iri", Uris::isIri),
          new Named("iri-reference", Uris::isIriReference),
          new Named("regex", TextFormats::isRegex),
          new Named("relative-json-pointer", TextFormatPointers::isRelativePointer));

  private record Named(String name, Predicate<String> test) implements TextFormat {
    @Override
    public boolean accepts(String text) {
      return test.test(text);
    }
  }

  private TextFormats() {}

  /**
   * The format of that name; empty if the draft defines none, for then {@code format} asserts
   * nothing.
   */
  public static Optional<TextFormat> of(String name, Draft draft) {
    var formats =
        switch (draft) {
          case DRAFT4 -> DRAFT4;
          case DRAFT6 -> DRAFT6;
          case DRAFT7 -> DRAFT7;
        };
    return Optional.ofNullable(formats.get(name));
  }

  /** ECMA-262; a pattern that is valid but cannot be run here is a pattern all the same. */
  private static boolean isRegex(String text) {
    try {
      EcmaSyntax.parse(text);
      return true;
    } catch (PatternUnsupportedException valid) {
      return true;
    } catch (IllegalArgumentException invalid) {
      return false;
    }
  }

  private static Map<String, TextFormat> with(Map<String, TextFormat> earlier, Named... added) {
    var formats = new HashMap<>(earlier);
    for (var format : added) {
      formats.put(format.name(), format);
    }
    return Map.copyOf(formats);
  }
}
