package org.valida.split;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.valida.check.Check;
import org.valida.check.FailOn;
import org.valida.check.ForwardingSource;
import org.valida.check.HashedSource;
import org.valida.check.Source;
import org.valida.json.JsonCursor;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonStop;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.output.HalfWrittenException;
import org.valida.schema.Program;
import org.valida.violation.Failure;
import org.valida.violation.Violation;

/**
 * Copies the clean records of a document to one file and the others to another, each with all that
 * stands around the list, so that both are documents of the same contract. Byte for byte; only the
 * commas between records that were parted go.
 *
 * <p>Reads the document twice: to find the bad records, and to copy. What it remembers is 8 bytes
 * for each violation.
 */
public final class SplitRun {

  /**
   * How many records went where.
   *
   * @param good without a violation at or above the level
   */
  public record Result(long good, long bad) {}

  private final Check check;
  private final Function<String, Program> programs;
  private final FailOn level;
  private final Limits limits;

  /**
   * @param programs the compiled contract of an id
   * @param level the least severity that makes a record a bad one
   */
  public SplitRun(Check check, Function<String, Program> programs, FailOn level, Limits limits) {
    this.check = check;
    this.programs = programs;
    this.level = level;
    this.limits = limits;
  }

  /**
   * Parts the records of a document.
   *
   * @param source can be read several times
   * @param files is closed
   * @throws SplitException if that cannot be done: {@code split-broken}, {@code split-envelope},
   *     {@code split-no-records}, {@code split-unclean}, {@code changed-while-read}, or why the
   *     input could not be checked
   * @throws HalfWrittenException if one file was replaced and the other could not be
   * @throws IOException if the files cannot be written; then none was replaced
   */
  public Result run(Source source, SplitFiles files) throws SplitException, IOException {
    try (files) {
      var hashed = new HashedSource(source);
      var culprits = new Culprits(level);
      check.run(List.of(hashed), culprits);
      var list = recordList(source, culprits);
      var result = copy(source, list, culprits, hashed, files);
      verify(source, files.temporaryGood(), result);
      files.complete();
      return result;
    }
  }

  private String recordList(Source source, Culprits culprits) throws SplitException {
    var result = culprits.result();
    if (result.failure().isPresent()) {
      throw new SplitException(result.failure().get());
    }
    if (culprits.stop() != null) {
      throw named("split-broken", source, culprits.stop());
    }
    return result
        .contract()
        .flatMap(id -> programs.apply(id).recordList())
        .orElseThrow(
            () -> new SplitException(new Failure("split-no-records", source.path(), Map.of())));
  }

  private static SplitException named(String kind, Source source, Violation violation) {
    return new SplitException(
        new Failure(
            kind,
            source.path(),
            Map.of(
                "rule",
                violation.rule().id(),
                "line",
                violation.line(),
                "column",
                violation.column())));
  }

  private Result copy(
      Source source, String list, Culprits culprits, HashedSource before, SplitFiles files)
      throws SplitException, IOException {
    var again = new HashedSource(source);
    try {
      Result result;
      try (var read = source.open();
          var copied = again.open()) {
        result = copy(source, list, culprits, read, copied, files);
      }
      if (again.sha256().equals(before.sha256())) {
        return result;
      }
    } catch (JsonStop changed) {
      // It was well-formed when it was checked.
    } catch (IOException | UncheckedIOException e) {
      if (files.failed()) {
        throw e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e;
      }
      // It could be read when it was checked.
    }
    throw new SplitException(new Failure("changed-while-read", source.path(), Map.of()));
  }

  private Result copy(
      Source source,
      String list,
      Culprits culprits,
      InputStream read,
      InputStream copied,
      SplitFiles files)
      throws SplitException, IOException {
    JsonCursor cursor = Utf8Cursor.over(read, limits);
    if (!toList(cursor, list)) {
      throw new SplitException(new Failure("split-no-records", source.path(), Map.of()));
    }
    var slices = new Slices(copied);
    var walk = culprits.walk();
    long good = 0;
    long bad = 0;
    var both = List.of(files.good(), files.bad());
    while (cursor.next() != Token.END_ARRAY) {
      long start = cursor.offset();
      long end = end(cursor);
      boolean isBad = walk.in(start, end);
      var target = List.<OutputStream>of(isBad ? files.bad() : files.good());
      if (good + bad == 0) {
        slices.copy(start, both);
      } else {
        // The comma and the blanks before a record go with it, but to the first.
        slices.copy(start, (isBad ? bad : good) == 0 ? List.of() : target);
      }
      slices.copy(end, target);
      good += isBad ? 0 : 1;
      bad += isBad ? 1 : 0;
    }
    slices.copyRest(both);
    long stray = walk.stray();
    if (stray >= 0) {
      throw outside(source, culprits.at(stray));
    }
    return new Result(good, bad);
  }

  private static SplitException outside(Source source, Violation violation) {
    return violation == null
        ? new SplitException(new Failure("split-no-records", source.path(), Map.of()))
        : named("split-envelope", source, violation);
  }

  /** Moves to the beginning of the list of records; answers whether there is one. */
  private static boolean toList(JsonCursor cursor, String attribute) {
    cursor.next();
    if (attribute.isEmpty()) {
      return cursor.token() == Token.START_ARRAY;
    }
    if (cursor.token() != Token.START_OBJECT) {
      return false;
    }
    while (cursor.next() == Token.NAME) {
      boolean found = cursor.text().equals(attribute);
      cursor.next();
      if (found) {
        return cursor.token() == Token.START_ARRAY;
      }
      cursor.skip();
    }
    return false;
  }

  /** Reads a value to its end, and answers where that is. */
  private static long end(JsonCursor cursor) {
    cursor.skip();
    int length =
        switch (cursor.token()) {
          case STRING -> cursor.end() - cursor.start() + 2;
          case NUMBER -> cursor.end() - cursor.start();
          case TRUE, NULL -> 4;
          case FALSE -> 5;
          default -> 1;
        };
    return cursor.offset() + length;
  }

  /** What was taken for good must be good on its own, too. */
  private void verify(Source source, Path good, Result result) throws SplitException {
    if (result.good() == 0) {
      return;
    }
    var culprits = new Culprits(level);
    check.run(List.of(new Copy(source, good)), culprits);
    if (culprits.any() || culprits.stop() != null || culprits.result().failure().isPresent()) {
      throw new SplitException(new Failure("split-unclean", source.path(), Map.of()));
    }
  }

  /** A file that is judged as if it were another. */
  private static final class Copy extends ForwardingSource {
    private final Path location;

    Copy(Source source, Path location) {
      super(source);
      this.location = location;
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(location);
    }

    @Override
    public boolean rereadable() {
      return true;
    }
  }
}
