package org.valida.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.valida.Valida;
import org.valida.check.HashedSource;
import org.valida.check.Inputs;
import org.valida.check.MeteredSource;
import org.valida.check.Source;
import org.valida.schema.SchemaException;
import org.valida.violation.Failure;
import org.valida.violation.Note;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;

/** A run that is ready: its inputs, and the engine that judges them. */
public final class Session {

  private final Valida valida;
  private final List<Source> sources;
  private final List<Failure> failures;
  private final List<Note> notes;
  private final Optional<Accepted> accepted;
  private final Map<String, HashedSource> hashed = new HashMap<>();

  Session(
      Request request,
      Inputs inputs,
      Valida valida,
      List<Note> notes,
      Optional<Accepted> accepted) {
    this.valida = valida;
    this.notes = notes;
    this.accepted = accepted;
    this.failures = inputs.failures();
    this.sources =
        request.hash() ? inputs.sources().stream().map(this::hashing).toList() : inputs.sources();
  }

  private Source hashing(Source source) {
    var one = new HashedSource(source);
    hashed.put(source.path(), one);
    return one;
  }

  public Valida valida() {
    return valida;
  }

  /** What will be read, in its order. */
  public List<Source> sources() {
    return sources;
  }

  /** What was asked for and is not there to be read. */
  public List<Failure> failures() {
    return failures;
  }

  /** The SHA-256 of an input that was read, by its path, where it was wanted. */
  public Optional<String> sha256(String path) {
    return Optional.ofNullable(hashed.get(path)).flatMap(HashedSource::sha256);
  }

  /**
   * Checks the inputs. Called once.
   *
   * @return with the failures of inputs that are not there in front of the others
   * @throws RequestException if a contract is broken, which shows when the first input needs it
   */
  public RunResult run(RunListener listener) throws RequestException {
    return run(listener, sources);
  }

  /**
   * As {@link #run(RunListener)}, and tells how far it is.
   *
   * @param read is given the number of bytes of each piece, by whichever thread reads
   */
  public RunResult run(RunListener listener, LongConsumer read) throws RequestException {
    var metered = sources.stream().<Source>map(source -> new MeteredSource(source, read)).toList();
    return run(listener, metered);
  }

  private RunResult run(RunListener listener, List<Source> inputs) throws RequestException {
    var told = new Completion(listener, failures, notes, accepted);
    if (inputs.isEmpty()) {
      // The engine has nothing to do, but reports still say so.
      var nothing = new RunResult(List.of(), 0, List.of());
      told.ended(nothing);
      return told.complete(nothing);
    }
    try {
      return told.complete(valida.run(inputs, told));
    } catch (SchemaException e) {
      throw refused(e);
    }
  }

  /** What the user is told of a contract that shows to be broken when the first input needs it. */
  public static RequestException refused(SchemaException e) {
    return Refusal.brokenSchema(e);
  }
}
