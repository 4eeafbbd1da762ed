package org.valida.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.report.Format;
import org.valida.server.roundtrip.HttpService;

/**
 * What {@code valida roundtrip} was told.
 *
 * @param check what it has in common with {@code valida check}
 * @param against the service to ask; without it the reference implementation
 * @param user of that service
 */
record RoundtripOptions(
    CheckOptions check, Optional<URI> against, Optional<HttpService.User> user) {

  static RoundtripOptions of(Arguments command, Terminal terminal) throws UseException {
    var check = CheckOptions.of(command, terminal.phrases());
    var against = against(command, terminal);
    var user = user(command, terminal);
    if (against.isEmpty() && user.isPresent()) {
      throw new UseException(terminal.phrases().text("use.roundtrip.user"));
    }
    return new RoundtripOptions(check, against, user);
  }

  private static Optional<URI> against(Arguments command, Terminal terminal) throws UseException {
    String text = command.matchedOptionValue("--against", (String) null);
    if (text == null) {
      return Optional.empty();
    }
    try {
      var address = new URI(text);
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      boolean plain = address.getRawQuery() == null && address.getRawFragment() == null;
      if (web && plain && address.getHost() != null && address.getUserInfo() == null) {
        return Optional.of(address);
      }
    } catch (URISyntaxException e) {
      // The sentence below says it all.
    }
    throw new UseException(terminal.phrases().text("use.roundtrip.against"));
  }

  private static Optional<HttpService.User> user(Arguments command, Terminal terminal)
      throws UseException {
    String name = command.matchedOptionValue("--user", (String) null);
    if (name != null) {
      return Optional.of(new HttpService.User(name, Password.of(command, terminal)));
    }
    if (command.matchedOptionValue("--password-file", (String) null) != null) {
      throw new UseException(terminal.phrases().text("use.roundtrip.no-user", Map.of()));
    }
    return Optional.empty();
  }

  /** The reports, text on standard output if none was named. */
  List<Format.Target> targets() {
    return check.formats().isEmpty()
        ? List.of(new Format.Target(Format.TEXT, Optional.empty()))
        : check.formats();
  }
}
