package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

  @TempDir private Path folder;

  private static void write(ReportFile file) throws IOException {
    file.writer().write("new");
    file.complete();
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsThePermissionsOfTheFileItReplaces() throws IOException {
    for (var kept : new String[] {"rw-------", "rw-rw----"}) {
      var file = folder.resolve("r.html");
      Files.writeString(file, "old");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(kept));

      write(new ReportFile(file));

      assertThat(file).hasContent("new");
      assertThat(permissions(file)).isEqualTo(kept);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aNewOneHasThoseOfAnyNewFile() throws IOException {
    var other = Files.createFile(folder.resolve("other"));

    write(new ReportFile(folder.resolve("r.html")));

    assertThat(permissions(folder.resolve("r.html"))).isEqualTo(permissions(other));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void oneWithPersonalDataIsForTheUserAlone() throws IOException {
    var old = folder.resolve("old.html");
    Files.writeString(old, "old");
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));

    write(new ReportFile(old, true));
    write(new ReportFile(folder.resolve("r.html"), true));

    assertThat(permissions(folder.resolve("r.html"))).isEqualTo("rw-------");
    assertThat(permissions(old)).isEqualTo("rw-------");
  }

  @Test
  void whatAKilledProgramLeftBehindIsInNobodysWay() throws IOException {
    var left = "." + "r.html." + ProcessHandle.current().pid() + ".tmp";
    Files.writeString(folder.resolve(left), "half");

    write(new ReportFile(folder.resolve("r.html")));

    assertThat(folder.resolve("r.html")).hasContent("new");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("r.html", left);
    }
  }
}
