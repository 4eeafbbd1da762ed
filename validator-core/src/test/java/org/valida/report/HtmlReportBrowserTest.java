package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.valida.TestData;

/** The HTML report as a reader meets it: in a browser. */
class HtmlReportBrowserTest {

  private static Browser browser;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void asBefore() {
    browser.size(1280, 1000);
    browser.scripts(true);
  }

  private void open(String page) throws IOException {
    open(page, false);
  }

  private void open(String page, boolean dark) throws IOException {
    browser.open(Files.writeString(folder.resolve("report.html"), page), dark);
  }

  private static List<String> rows() {
    return browser.texts("#rows tbody tr .message");
  }

  private static String count() {
    return browser.find("#count").getText();
  }

  /** Types, and waits until the table has followed. */
  private static void type(String text) {
    var before = count();
    browser.find("#filter-text").sendKeys(text);
    until(() -> !count().equals(before));
  }

  private static void until(BooleanSupplier holds) {
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          while (!holds.getAsBoolean()) {
            Thread.onSpinWait();
          }
        });
  }

  private static void choose(String filter, String option) {
    for (var one : browser.all("#filter-" + filter + " option")) {
      if (one.getText().equals(option)) {
        one.click();
        return;
      }
    }
    throw new AssertionError("no option " + option);
  }

  // ---- Every kind of page

  static Stream<Arguments> pages() {
    return Stream.of("pt", "en")
        .flatMap(
            language ->
                Stream.of(
                    Arguments.of("clean", HtmlPages.clean(language)),
                    Arguments.of("nothing checked", HtmlPages.nothing(language)),
                    Arguments.of("small", HtmlPages.small(language)),
                    Arguments.of("hostile", HtmlPages.hostile(language)),
                    Arguments.of(
                        "mce", HtmlPages.checked("testdata/mce/invalid/funcao12", language)),
                    Arguments.of(
                        "sgp",
                        HtmlPages.checked("testdata/sgp/invalid/frequencia-mensal", language)),
                    Arguments.of("lote", HtmlPages.lote(400, language)),
                    Arguments.of("huge", HtmlPages.huge(100_000, language))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void nothingIsLoadedNothingIsWrongAndNobodyIsKeptOut(String name, String page)
      throws IOException {
    for (boolean dark : List.of(false, true)) {
      open(page, dark);

      assertThat(browser.requests())
          .as("requests")
          .containsOnly(folder.resolve("report.html").toUri().toString());
      assertThat(browser.console()).as("console").isEmpty();
      assertThat(browser.barriers()).as("axe-core, dark: " + dark).isEmpty();
    }
    browser.size(400, 800);
    assertThat(browser.barriers()).as("axe-core, narrow").isEmpty();
    assertThat((Boolean) browser.run("return document.documentElement.scrollWidth <= innerWidth"))
        .as("fits a narrow window")
        .isTrue();
  }

  @Test
  void hostileTextsStayText() throws IOException {
    open(HtmlPages.hostile("en"));

    assertThat(browser.run("return document.title")).isEqualTo("There are errors to mend – Valida");
    assertThat(browser.all("img, script[src], [onload], [onerror], [onfocus], main script"))
        .isEmpty();
    assertThat(rows()).contains(HtmlPages.HOSTILE.get(0), HtmlPages.HOSTILE.get(5));
    assertThat(browser.console()).isEmpty();
  }

  // ---- Filters and order

  @Test
  void aSearchLeavesTheRowsThatHaveEachWord() throws IOException {
    open(HtmlPages.checked("testdata/mce/invalid", "pt"));
    int before = rows().size();

    type("MUNICIPIO ibge");

    assertThat(rows()).isNotEmpty().allMatch(text -> text.contains("unic"));
    assertThat(before).isEqualTo(HtmlPageMaker.FIRST_ROWS);
    assertThat(count()).startsWith("Mostrando");
    assertThat(browser.find("#count").getDomAttribute("role")).isEqualTo("status");

    browser.find("#filters [type=reset]").click();
    until(() -> rows().size() == before);

    type("zzzz");
    assertThat(rows()).isEmpty();
    assertThat(count()).isEqualTo("Nenhuma violação passa pelos filtros.");
  }

  @Test
  void severityRuleFileSchoolAndEtapaAreFilters() throws IOException {
    open(HtmlPages.lote(400, "pt"));
    choose("severity", "aviso");
    assertThat(browser.texts("#rows tbody .badge")).isNotEmpty().containsOnly("aviso");

    choose("severity", "todas");
    choose("rule", "code-unknown");
    assertThat(browser.texts("#rows tbody .source code")).isNotEmpty().containsOnly("code-unknown");

    choose("rule", "todas");
    choose("school", "35012345");
    assertThat(browser.texts("#rows tbody .school")).isNotEmpty().containsOnly("35012345");
    var etapa = browser.texts("#rows tbody .stage").get(0);
    choose("stage", etapa);
    assertThat(browser.texts("#rows tbody .stage")).isNotEmpty().containsOnly(etapa);

    open(HtmlPages.checked("testdata/mce/invalid", "pt"));
    var file = browser.texts("#rows tbody .path").get(7);
    choose("file", file);
    assertThat(browser.texts("#rows tbody .path")).isNotEmpty().containsOnly(file);
  }

  @Test
  void aNumberInAChartLeadsToTheRowsItCounts() throws IOException {
    open(HtmlPages.lote(400, "en"));
    var link = browser.find("a[data-rule=code-unknown]");
    var number = link.getText();

    link.click();

    assertThat(browser.texts("#rows tbody .source code"))
        .hasSize(Integer.parseInt(number))
        .containsOnly("code-unknown");
    assertThat(browser.focused().getDomAttribute("id")).isEqualTo("violations");
  }

  @Test
  void aHeadingSortsByKeyboardAndTellsSo() throws IOException {
    open(HtmlPages.lote(400, "en"));
    var heading = browser.find("th[data-sort=rule]");
    var button = browser.find("th[data-sort=rule] button");
    assertThat(browser.find("th[data-sort=severity]").getDomAttribute("aria-sort"))
        .isEqualTo("ascending");

    button.sendKeys(Keys.ENTER);

    assertThat(heading.getDomAttribute("aria-sort")).isEqualTo("ascending");
    assertThat(browser.all("th[aria-sort]")).hasSize(1);
    assertThat(browser.texts("#rows tbody .source code")).isSorted();
    assertThat(count()).contains("ascending");

    button.sendKeys(Keys.SPACE);

    assertThat(heading.getDomAttribute("aria-sort")).isEqualTo("descending");
    assertThat(browser.texts("#rows tbody .source code"))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void everythingIsReachedByTabAlone() throws IOException {
    open(HtmlPages.lote(400, "en"));
    var reached = new LinkedHashSet<String>();

    for (int i = 0; i < 60 && !reached.contains("Severity"); i++) {
      browser.focused().sendKeys(Keys.TAB);
      var focused = browser.focused();
      reached.add(focused.getTagName() + " " + focused.getDomAttribute("id"));
      if (focused.getTagName().equals("button")) {
        reached.add(focused.getText());
      }
    }

    assertThat(reached)
        .contains("a null", "summary null", "input filter-text", "select filter-rule")
        .contains("select filter-school", "Clear filters", "Severity");
  }

  @Test
  void moreRowsComeOnDemandAndTheFirstOfThemHasTheFocus() throws IOException {
    open(HtmlPages.huge(100_000, "en"));
    assertThat(rows()).hasSize(50);

    browser.find("#more").sendKeys(Keys.ENTER);

    assertThat(rows()).hasSize(150);
    assertThat(count()).isEqualTo("Showing 150 of 9,000 violations that pass the filters.");
    assertThat(browser.focused().getTagName()).isEqualTo("tr");
    type("#99998");
    assertThat(rows()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whatIsPrintedHasMoreRowsThanTheScreen() throws IOException {
    open(HtmlPages.huge(1000, "en"));

    browser.run("dispatchEvent(new Event('beforeprint'))");

    assertThat(rows()).hasSize(200);
  }

  @Test
  void withoutScriptsTheVerdictTheTotalsTheChartsAndTheFirstRowsCanBeRead() throws IOException {
    browser.scripts(false);
    open(HtmlPages.lote(400, "en"));

    assertThat(browser.find("h1").getText()).isEqualTo("There are errors to mend");
    assertThat(browser.all(".tiles li, .bar, .strip svg")).allMatch(WebElement::isDisplayed);
    assertThat(browser.all("#rows tbody tr")).hasSize(50);
    assertThat(browser.find("#filters").isDisplayed()).isFalse();
  }

  @Test
  void theRowsOfTheScriptAreThoseOfTheTemplate() throws IOException {
    var page = HtmlPages.small("pt");
    browser.scripts(false);
    open(page);
    var written = browser.find("#rows tbody").getDomProperty("innerHTML");
    browser.scripts(true);
    open(page);
    var made = browser.find("#rows tbody").getDomProperty("innerHTML");

    assertThat(made.replaceAll("\\s+", "")).isEqualTo(written.replaceAll("\\s+", ""));
  }

  // ---- Pictures for the documentation

  /**
   * {@code mvn test -pl validator-core -am -Dtest=HtmlReportBrowserTest
   * -Dsurefire.failIfNoSpecifiedTests=false -Dvalida.pictures=true} draws docs/images anew.
   */
  @Test
  @EnabledIfSystemProperty(named = "valida.pictures", matches = "true")
  void picturesForTheDocumentation() throws IOException {
    var images = TestData.root().resolve("docs/images");
    browser.size(1200, 1500);
    for (var language : List.of("pt", "en")) {
      open(HtmlPages.lote(400, language));
      browser.picture(images.resolve("report-" + language + ".png"));
      browser.run("document.getElementById('violations').scrollIntoView()");
      browser.picture(images.resolve("report-table-" + language + ".png"));
      browser.size(1200, 1500);
    }
    open(HtmlPages.lote(400, "en"), true);
    browser.picture(images.resolve("report-dark.png"));
  }
}
