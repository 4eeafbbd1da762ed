package org.valida.fix;

import java.util.List;
import java.util.Map;
import org.valida.check.Check;
import org.valida.check.Source;
import org.valida.violation.RunResult;

/**
 * Works out the repairs of inputs, and tries them: the repaired documents are checked as they would
 * be read, and a repair that would bring something new is not made. Nothing is written here.
 *
 * <p>Memory grows with what is reported and repaired, never with the bytes of the inputs.
 */
public final class FixRun {

  /** Each trial reads the inputs once. News are rare, and mostly settled by the second. */
  private static final int MOST_TRIALS = 24;

  private final Check check;
  private final boolean unsafe;
  private final Map<String, Remedy> remedies;

  /**
   * @param unsafe whether repairs are made too that may change what is said
   */
  public FixRun(Check check, boolean unsafe) {
    this.check = check;
    this.unsafe = unsafe;
    this.remedies = Remedies.by(unsafe);
  }

  /**
   * Works out what can be repaired.
   *
   * @param sources can each be read several times
   */
  public FixResult run(List<? extends Source> sources) {
    var pieces = sources.stream().map(Workpiece::new).toList();
    var before = survey(pieces);
    if (unsafe && recode(pieces)) {
      before = survey(pieces);
      if (takeBack(pieces)) {
        before = survey(pieces);
      }
    }
    pieces.forEach(piece -> piece.derive(remedies));
    return new FixResult(
        pieces.stream().map(FixedInput::new).toList(), settle(pieces, before), check);
  }

  private RunResult survey(List<Workpiece> pieces) {
    pieces.forEach(Workpiece::forget);
    return check.run(
        pieces.stream().map(Workpiece::hashing).toList(), new Survey(pieces, remedies));
  }

  private static boolean recode(List<Workpiece> pieces) {
    var old = pieces.stream().filter(Workpiece::inLatin1).toList();
    old.forEach(piece -> piece.recode(true));
    return !old.isEmpty();
  }

  /** Leaves as they are those that are not in Windows-1252 either. */
  private static boolean takeBack(List<Workpiece> pieces) {
    var broken =
        pieces.stream().filter(piece -> piece.recoded() && piece.isEncodingBroken()).toList();
    broken.forEach(piece -> piece.recode(false));
    return !broken.isEmpty();
  }

  private RunResult settle(List<Workpiece> pieces, RunResult before) {
    var blame = new Blame(pieces);
    for (int trial = 1; pieces.stream().anyMatch(piece -> !piece.patch().isEmpty()); trial++) {
      var news = new Trial(pieces);
      var after = check.run(pieces.stream().map(Workpiece::patched).toList(), news);
      if (news.news().isEmpty()) {
        return after;
      }
      if (trial < MOST_TRIALS) {
        blame.settle(news.news());
      } else if (trial == MOST_TRIALS) {
        blame.giveUp(news.news());
      } else {
        // What is left may be in documents without repairs, where nothing could be given up.
        blame.giveUp();
      }
    }
    return before;
  }
}
