package org.valida.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites a runnable jar in its place, so that a start does less: lambdas of ours become classes
 * ({@link LambdaClasses}), resources of ours constants of one class ({@link PackedClasses}). The
 * same jar gives the same bytes.
 */
public final class StartingJar {

  private static final String OURS = "org/valida/";

  private StartingJar() {}

  /**
   * @param arguments the jar
   */
  public static void main(String[] arguments) throws IOException {
    var jar = Path.of(arguments[0]);
    var entries = new LinkedHashMap<String, byte[]>();
    long time;
    try (var old = new ZipFile(jar.toFile())) {
      time = old.getEntry("META-INF/MANIFEST.MF").getTime();
      old.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> entries.put(entry.getName(), content(old, entry)));
    }
    if (entries.containsKey(PackedClasses.NAME + "$0.class")) {
      return; // It was done before.
    }
    rewrite(entries);
    var written = jar.resolveSibling(jar.getFileName() + ".new");
    write(written, entries, time);
    Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] content(ZipFile jar, ZipEntry entry) {
    try (var in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(entry.getName(), e);
    }
  }

  private static void rewrite(Map<String, byte[]> entries) throws IOException {
    var classes = new TreeMap<String, byte[]>();
    var texts = new TreeMap<String, String>();
    entries.forEach(
        (name, content) -> {
          if (!name.startsWith(OURS)) {
            return;
          }
          if (name.endsWith(".class")) {
            classes.put(name, content);
          } else if (PackedClasses.takes(name)) {
            texts.put("/" + name, new String(content, StandardCharsets.UTF_8));
          }
        });
    entries.putAll(LambdaClasses.of(classes));
    entries.putAll(PackedClasses.of(texts));
  }

  private static void write(Path jar, Map<String, byte[]> entries, long time) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (var entry : entries.entrySet()) {
        var written = new ZipEntry(entry.getKey());
        written.setTime(time);
        out.putNextEntry(written);
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }
}
