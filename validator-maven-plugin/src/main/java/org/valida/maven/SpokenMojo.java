package org.valida.maven;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.valida.report.UnwritableException;
import org.valida.schema.SchemaException;
import org.valida.session.RequestException;
import org.valida.session.Session;
import org.valida.session.SystemLanguage;
import org.valida.violation.Failure;

/** What all goals have in common: a language, being skipped, and how trouble is told. */
abstract class SpokenMojo extends AbstractMojo {

  /** Language, pt or en; otherwise that of the configuration, then that of the system. */
  @Parameter(property = "valida.lang")
  private String lang;

  /** Does nothing. */
  @Parameter(property = "valida.skip", defaultValue = "false")
  private boolean skip;

  private Words words;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    words = Words.in(language());
    if (skip) {
      getLog().info(words.text(skipped()));
      return;
    }
    try {
      run();
    } catch (ParameterException e) {
      throw new MojoExecutionException(e.sentence(words));
    } catch (RequestException e) {
      throw new MojoExecutionException(sentence(e.failures()));
    } catch (SchemaException e) {
      throw new MojoExecutionException(sentence(Session.refused(e).failures()));
    } catch (UnwritableException e) {
      throw new MojoExecutionException(words.sentence(e.failure()));
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw new MojoExecutionException(words.text("memory"));
    } catch (IOException | RuntimeException e) {
      // Its message might hold a piece of a payload.
      throw new MojoExecutionException(
          words.text("unexpected", Map.of("kind", e.getClass().getSimpleName())));
    }
  }

  /** One sentence; of several, which a configuration may have, the log has the others. */
  private String sentence(List<Failure> failures) {
    var sentences = failures.stream().map(one -> words.sentence(one.path(), one)).toList();
    if (sentences.size() == 1) {
      return sentences.get(0);
    }
    sentences.forEach(getLog()::error);
    return words.counted("several", sentences.size(), Map.of());
  }

  private String language() throws MojoExecutionException {
    if (lang == null) {
      var windows = System.getProperty("os.name", "").startsWith("Windows");
      return SystemLanguage.of(System.getenv(), windows, Locale.getDefault());
    }
    if (!lang.equals("pt") && !lang.equals("en")) {
      var wrong = Parameters.wrong("lang", lang, List.of("pt", "en"));
      throw new MojoExecutionException(wrong.sentence(Words.in("en")));
    }
    return lang;
  }

  /** The goal's own work. */
  abstract void run()
      throws MojoExecutionException,
          MojoFailureException,
          ParameterException,
          RequestException,
          UnwritableException,
          IOException;

  /** The key of what is said when the goal is skipped. */
  abstract String skipped();

  final Words words() {
    return words;
  }

  /** Speaks another language from now on, unless the user said which. */
  final void speak(String language) {
    if (lang == null) {
      words = Words.in(language);
    }
  }
}
