package org.valida.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.valida.privacy.Mask;

/** What must never be shown, whoever repeats it. */
final class Secrets {

  /** A shorter one would hide half of every sentence, and is none worth the name. */
  private static final int SHORTEST = 4;

  private final List<String> secrets = new ArrayList<>();

  void add(String secret) {
    if (secret.length() >= SHORTEST && !secrets.contains(secret)) {
      secrets.add(secret);
      secrets.sort(Comparator.comparingInt(String::length).reversed());
    }
  }

  String mask(String text) {
    var masked = text;
    for (var secret : secrets) {
      masked = masked.replace(secret, Mask.HIDDEN);
    }
    return masked;
  }
}
