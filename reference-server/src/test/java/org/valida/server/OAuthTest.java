package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.Contract;
import org.valida.Valida;
import org.valida.server.consulta.Method;
import org.valida.server.oauth.Login;
import org.valida.server.store.DatabaseUrl;

/** Authentication as MCE 3 describes it. */
class OAuthTest {

  private static final String DESPESA = "/consulta/despesa?num_ano=2024&num_periodo=1";
  private static final String SAMPLE =
      """
      {
        "grant_type": "password",
        "client_id": "SIOPE",
        "username": "SIOPE",
        "password": "çegredo & mais"
      }
      """;

  private static final MovingClock CLOCK = new MovingClock();
  private static SampleServer server;

  /** Stands still until it is moved. */
  private static final class MovingClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-31T12:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeAll
  static void start() {
    var methods = EnumSet.complementOf(EnumSet.of(Method.INDICADOR));
    server =
        SampleServer.start(
            DatabaseUrl.inMemory(),
            ReferenceServer.Settings.local(0)
                .with(Login.of("SIOPE", "çegredo & mais", methods))
                .with(CLOCK));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private final Client client = server.client();

  private Client.Answer oauth(String body) {
    // Attempts that failed in other tests are forgotten by then.
    CLOCK.move(Duration.ofMinutes(16));
    return client.post("/oauth", "application/json", body);
  }

  private static void assertRefused(Client.Answer answer, String status, String title) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.member("status")).isEqualTo(status);
    assertThat(answer.member("title")).isEqualTo(title);
    assertThat(isValid("mce/oauth-error", answer)).as(answer.body()).isTrue();
  }

  private static boolean isValid(String contract, Client.Answer answer) {
    try {
      return Valida.withDefaults()
          .check(
              Contract.of(contract),
              new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
          .violations()
          .isEmpty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void mce3TheSampleRequestGetsATokenThatOpensTheMethods() {
    var answer = oauth(SAMPLE);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(isValid("mce/oauth-token", answer)).as(answer.body()).isTrue();
    assertThat(answer.member("expires_in")).isEqualTo("3600");
    assertThat(answer.member("token_type")).isEqualTo("Bearer");
    assertThat(answer.member("access_token")).matches("[0-9a-f]{40}");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(client.with(answer.member("access_token")).get(DESPESA).status()).isEqualTo(200);
  }

  @Test
  void aFormIsTakenToo() {
    CLOCK.move(Duration.ofMinutes(16));
    var answer =
        client.post(
            "/oauth",
            "application/x-www-form-urlencoded",
            "grant_type=password&client_id=SIOPE&username=SIOPE&password="
                + Client.encoded("çegredo & mais"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"SIOPE\"", "\"\\u00e7egredo & mai\"", "\"çegredo & mais \""})
  void mce3WrongCredentialsAreHttp400WithThe401OfTheSample(String password) {
    var answer = oauth(SAMPLE.replace("\"çegredo & mais\"", password));

    assertRefused(answer, "401", "invalid_grant");
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html\","
                + "\"title\":\"invalid_grant\",\"status\":401,"
                + "\"detail\":\"Invalid username and password combination\"}");
  }

  @Test
  void aWrongUserGetsTheSameAnswerAsAWrongPassword() {
    var user = oauth(SAMPLE.replace("\"username\": \"SIOPE\"", "\"username\": \"OUTRO\""));
    var password = oauth(SAMPLE.replace("mais", "menos"));

    assertThat(user.body()).isEqualTo(password.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"SIOPE\"",
        "{\"grant_type\": 1}",
        "{\"grant_type\": \"password\", \"grant_type\": \"password\"}",
        "{\"grant_type\": \"password\", \"client_id\": \"a\", \"username\": {}, \"password\": \"x\"}"
      })
  void aBodyThatIsNoObjectOfTextsIsInvalid(String body) {
    assertRefused(oauth(body), "400", "invalid_request");
  }

  @Test
  void whatIsMissingIsNamed() {
    for (var name : new String[] {"grant_type", "client_id", "username", "password"}) {
      var answer = oauth(SAMPLE.replace("\"" + name + "\":", "\"x\":"));

      assertRefused(answer, "400", "invalid_request");
      assertThat(answer.member("detail")).contains(name);
    }
  }

  @Test
  void anotherGrantIsNotSupported() {
    var answer = oauth(SAMPLE.replace("\"password\",", "\"client_credentials\","));

    assertRefused(answer, "400", "unsupported_grant_type");
  }

  @Test
  void aRefreshTokenGivesANewTokenOnce() {
    var first = oauth(SAMPLE);
    var body =
        "{\"grant_type\": \"refresh_token\", \"refresh_token\": \""
            + first.member("refresh_token")
            + "\"}";
    var second = oauth(body);

    assertThat(second.status()).isEqualTo(200);
    assertThat(isValid("mce/oauth-token", second)).isTrue();
    assertThat(second.member("access_token")).isNotEqualTo(first.member("access_token"));
    assertThat(client.with(second.member("access_token")).get(DESPESA).status()).isEqualTo(200);
    assertRefused(oauth(body), "401", "invalid_grant");
  }

  @Test
  void anAccessTokenIsNoRefreshTokenNorTheOtherWayRound() {
    var tokens = oauth(SAMPLE);

    assertRefused(
        oauth(
            "{\"grant_type\": \"refresh_token\", \"refresh_token\": \""
                + tokens.member("access_token")
                + "\"}"),
        "401",
        "invalid_grant");
    assertThat(client.with(tokens.member("refresh_token")).get(DESPESA).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void noMethodAnswersWithoutAToken(Method method) {
    for (var query : new String[] {"?num_ano=2024", "", "?num_ano=x"}) {
      var answer = client.get(method.path() + query);

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("www-authenticate")).isEqualTo("Bearer realm=\"siope\"");
      assertThat(answer.member("detail")).contains("/oauth");
    }
  }

  @Test
  void aTokenThatIsUnknownIsRefused() {
    var answer = client.with("9646c593d0863be75d72bd7bf629377cd32e4385").get(DESPESA);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate"))
        .isEqualTo("Bearer realm=\"siope\", error=\"invalid_token\"");
  }

  @Test
  void aTokenInTheAddressOrOfAnotherSchemeIsNone() {
    var token = oauth(SAMPLE).member("access_token");

    assertThat(client.get(DESPESA + "&access_token=" + token).status()).isEqualTo(401);
    assertThat(
            client.send(client.request(DESPESA).header("Authorization", "Basic " + token)).status())
        .isEqualTo(401);
    assertThat(
            client
                .send(client.request(DESPESA).header("Authorization", "bearer " + token))
                .status())
        .isEqualTo(200);
  }

  @Test
  void aTokenExpires() {
    var token = oauth(SAMPLE).member("access_token");

    CLOCK.move(Duration.ofSeconds(3599));
    assertThat(client.with(token).get(DESPESA).status()).isEqualTo(200);
    CLOCK.move(Duration.ofSeconds(1));
    assertThat(client.with(token).get(DESPESA).status()).isEqualTo(401);
  }

  @Test
  void mce3AMethodThatWasNotAgreedIsForbidden() {
    var authorised = client.with(oauth(SAMPLE).member("access_token"));

    assertThat(authorised.get("/consulta/receita?num_ano=2024").status()).isEqualTo(200);
    assertThat(authorised.get("/consulta/indicador?num_ano=2024").status()).isEqualTo(403);
  }

  @Test
  void whatIsNotDataIsOpen() {
    assertThat(client.get("/health").status()).isEqualTo(200);
    assertThat(client.get("/openapi.json").status()).isEqualTo(200);
  }

  @Test
  void noTwoTokensAreAlike() {
    var tokens = new HashSet<String>();
    for (int i = 0; i < 20; i++) {
      var answer = oauth(SAMPLE);
      tokens.add(answer.member("access_token"));
      tokens.add(answer.member("refresh_token"));
    }

    assertThat(tokens).hasSize(40);
  }

  @Test
  void withoutAUserEveryOnePassesAndNobodyLogsIn() {
    var open = SampleServer.shared(Engine.H2).client();

    assertThat(open.get(DESPESA).status()).isEqualTo(200);
    assertRefused(open.post("/oauth", "application/json", SAMPLE), "401", "invalid_grant");
  }
}
