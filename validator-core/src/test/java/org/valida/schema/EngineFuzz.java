package org.valida.schema;

import java.util.Random;
import org.valida.check.Everit;
import org.valida.text.Draft;

/** A schema and instances that the bytes choose: this engine and everit accept the same ones. */
public final class EngineFuzz {

  private EngineFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] choices) {
    var random = new Choices(choices);
    var draft = Draft.values()[random.nextInt(Draft.values().length)];
    var maker = new SchemaMaker(draft, random);
    var schema = maker.document();
    var program = Verdicts.compile(schema, draft);
    var everit = Everit.load(schema);
    for (int i = 0; i < 4; i++) {
      var instance = maker.value(3);
      if (SchemaMaker.isMisjudgedByEverit(schema, instance)) {
        continue;
      }
      boolean ours = Verdicts.accepts(program, instance);
      if (ours != everit.accepts(instance)) {
        throw new AssertionError(
            (ours ? "only Valida accepts " : "only everit accepts ")
                + instance
                + " under "
                + schema);
      }
    }
  }

  /** Random numbers that are the bytes one after the other, and when they end the same again. */
  private static final class Choices extends Random {
    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;
    private int at;
    private int round;

    Choices(byte[] bytes) {
      super(0);
      this.bytes = bytes;
    }

    @Override
    protected int next(int bits) {
      if (bytes == null || bytes.length == 0) {
        return 0;
      }
      if (at == bytes.length) {
        at = 0;
        round++;
      }
      // What nextInt takes of these are the upper bits for powers of two, the remainder otherwise.
      int chosen = (bytes[at++] & 0xFF) + round * 31;
      return (chosen * 0x01010101) >>> (32 - bits);
    }
  }
}
