package org.valida.server.lote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the sandbox keeps in memory has a limit. */
class ShelfTest {

  private static Lote lote() {
    return Lote.sent("account", Subject.ESTUDANTES, Instant.EPOCH);
  }

  private static List<LoteError> errors(int count) {
    return Collections.nCopies(count, new LoteError("sentence", Map.of("nome", "x".repeat(100))));
  }

  @Test
  void beyondTheMostTheOldestThatIsThroughIsForgotten() {
    var shelf = new Shelf(2, 1 << 20);
    var waiting = lote();
    var through = lote().ended(List.of());
    var newest = lote();
    shelf.put(waiting);
    shelf.put(through);
    shelf.put(newest);

    assertThat(shelf.of("account", Subject.ESTUDANTES)).containsExactly(waiting, newest);
  }

  @Test
  void errorsCountAndTheNewestIsKept() {
    var shelf = new Shelf(100, 20_000);
    var old = lote().ended(errors(20));
    var small = lote().ended(List.of());
    var large = lote();
    shelf.put(old);
    shelf.put(large);
    shelf.put(small);
    assertThat(shelf.find(old.id())).isPresent();
    shelf.put(large.ended(errors(40)));

    assertThat(shelf.find(old.id())).isEmpty();
    assertThat(shelf.find(large.id())).isPresent();
    assertThat(shelf.find(small.id())).isPresent();
  }

  @Test
  void allBodiesShareTheirRoomAndGiveItBack() throws IOException, RefusedLote {
    var room = new Room(200_000);
    var bytes = new byte[150_000];
    var body = Body.read(new ByteArrayInputStream(bytes), 1 << 20, room);

    assertThat(body.open().readAllBytes()).isEqualTo(bytes);
    assertThat(body.open().readAllBytes()).isEqualTo(bytes);
    assertThat(refusal(bytes, 1 << 20, room)).isEqualTo(RefusedLote.Reason.BUSY);
    body.close();
    assertThat(refusal(bytes, 149_999, room)).isEqualTo(RefusedLote.Reason.TOO_LONG);
    Body.read(new ByteArrayInputStream(bytes), 150_000, room).close();
    assertThat(room.take(200_000)).isTrue();
  }

  private static RefusedLote.Reason refusal(byte[] bytes, long most, Room room) throws IOException {
    try {
      Body.read(new ByteArrayInputStream(bytes), most, room).close();
      throw new AssertionError("it was taken");
    } catch (RefusedLote e) {
      return e.reason();
    }
  }
}
