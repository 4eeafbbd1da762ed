package org.valida.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;

/**
 * Headless Chromium as Debian packages it ({@code chromium} and {@code chromium-driver}). Nothing
 * is downloaded: where it is not installed, tests are skipped and say so.
 */
final class Browser implements AutoCloseable {

  /**
   * Selenium remarks that it does not know this Chromium; what is used here needs no such
   * knowledge.
   */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts one, or ends the test as skipped. */
  static Browser start() {
    var chromium = onPath("chromium");
    var chromedriver = onPath("chromedriver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      System.out.println(
          "SKIPPED: the HTML report was not opened in a browser, as chromium or chromedriver is not"
              + " on the PATH (Debian: apt-get install chromium chromium-driver)");
    }
    assumeTrue(chromium.isPresent() && chromedriver.isPresent(), "no Chromium on the PATH");

    SELENIUM.setLevel(Level.SEVERE);
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(chromium.get());
    // Root, as in a container, has no sandbox.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    options.addArguments("--disable-gpu", "--hide-scrollbars", "--window-size=1280,1000");
    options.addArguments("--force-color-profile=srgb", "--lang=en");
    options.setCapability("goog:loggingPrefs", logs);
    var service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.get()).build();
    var driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
    return new Browser(driver);
  }

  private static Optional<File> onPath(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> new File(folder, command))
        .filter(File::canExecute)
        .findFirst();
  }

  /** Opens a page that lies in a file, and forgets what was logged before. */
  void open(Path file, boolean dark) {
    colours(dark);
    logged(LogType.BROWSER);
    logged(LogType.PERFORMANCE);
    driver.get(file.toUri().toString());
  }

  private void colours(boolean dark) {
    var scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void scripts(boolean run) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
  }

  /** What the console of the page says. */
  List<String> console() {
    return logged(LogType.BROWSER);
  }

  /** The address of each request that the page made, its own among them. */
  List<String> requests() {
    var addresses = new ArrayList<String>();
    for (var entry : logged(LogType.PERFORMANCE)) {
      var event = JsonValue.parse(entry);
      var message = event.member("message").orElseThrow();
      if (text(message, "method").equals("Network.requestWillBeSent")) {
        var request = message.member("params").flatMap(p -> p.member("request")).orElseThrow();
        addresses.add(text(request, "url"));
      }
    }
    return addresses;
  }

  private static String text(JsonValue object, String member) {
    return ((JsonString) object.member(member).orElseThrow()).value();
  }

  private List<String> logged(String kind) {
    return driver.manage().logs().get(kind).getAll().stream().map(e -> e.getMessage()).toList();
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  /** The texts of all elements, without waiting for each. */
  List<String> texts(String selector) {
    return ((List<?>)
            run(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())",
                selector))
        .stream().map(Object::toString).toList();
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /**
   * What axe-core holds to keep people out, seriously or worse: rule, and where. Of each table it
   * looks at the first rows; the others are of the same markup.
   */
  List<String> barriers() {
    run(axe());
    var found =
        driver.executeAsyncScript(
            """
            const done = arguments[1];
            axe.run({exclude: arguments[0]}, {resultTypes: ["violations"]}).then(
              results => done(results.violations
                .filter(v => v.impact === "serious" || v.impact === "critical")
                .flatMap(v => v.nodes.slice(0, 5).map(n => v.id + ": " + n.html + " " + n.failureSummary))),
              error => done(["axe failed: " + error]));
            """,
            ".scroll tbody tr:nth-child(n+4), #rows tbody tr:nth-child(n+4)");
    return ((List<?>) found).stream().map(Object::toString).toList();
  }

  private static String axe() {
    try (var stream = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a picture of the window as a PNG. */
  void picture(Path file) throws IOException {
    var shot = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
