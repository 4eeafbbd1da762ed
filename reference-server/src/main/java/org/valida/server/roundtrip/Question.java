package org.valida.server.roundtrip;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Parameter;

/**
 * A request that a row has to be in the answer of.
 *
 * @param query without its question mark
 * @param width how many parameters it has
 */
record Question(Method method, String query, int width) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'");

  /** As a person repeats it: {@code /consulta/despesa?num_ano=2024}. */
  String text() {
    return method.path() + "?" + query;
  }

  /** All that should return a row (MCE 4.1; 5.3 for retificadora), those with few filters first. */
  static Set<Question> about(Entry entry) {
    var always = new LinkedHashMap<Parameter, String>();
    var filters = new LinkedHashMap<Parameter, String>();
    var rectified = entry.payload().rectified();
    var year = entry.key().numAno();
    if (rectified.isPresent()) {
      always.put(Parameter.DAT_INICIO, moment(rectified.get()));
      always.put(Parameter.DAT_FIM, moment(rectified.get()));
      filters.put(Parameter.NUM_ANO, year);
    } else {
      always.put(Parameter.NUM_ANO, year);
    }
    filters.put(Parameter.SGL_UF, entry.key().sglUf());
    filters.put(Parameter.COD_MUNICIPIO, entry.key().isState() ? "-1" : entry.key().codMunicipio());
    filters.put(Parameter.NUM_PERIODO, entry.key().numPeriodo());
    return combined(entry, always, filters);
  }

  private static Set<Question> combined(
      Entry entry, Map<Parameter, String> always, Map<Parameter, String> filters) {
    var names = new ArrayList<>(filters.keySet());
    var questions = new LinkedHashSet<Question>();
    for (int chosen = 0; chosen < 1 << names.size(); chosen++) {
      var parameters = new LinkedHashMap<>(always);
      for (int i = 0; i < names.size(); i++) {
        if ((chosen >> i & 1) == 1) {
          parameters.put(names.get(i), filters.get(names.get(i)));
        }
      }
      // A município is in one UF only.
      boolean twice =
          !entry.key().isState()
              && parameters.containsKey(Parameter.COD_MUNICIPIO)
              && parameters.containsKey(Parameter.SGL_UF);
      if (!twice) {
        questions.add(of(entry.payload().method(), parameters));
      }
    }
    return questions;
  }

  private static Question of(Method method, Map<Parameter, String> parameters) {
    var query =
        parameters.entrySet().stream()
            .map(each -> each.getKey().label() + "=" + each.getValue())
            .collect(Collectors.joining("&"));
    return new Question(method, query, parameters.size());
  }

  private static String moment(LocalDateTime time) {
    return MOMENT.format(time);
  }

  /** The questions about rows, each with those that it should return, widest first. */
  static List<Map.Entry<Question, List<Entry>>> about(List<Entry> entries) {
    var questions = new LinkedHashMap<Question, List<Entry>>();
    for (var entry : entries) {
      for (var question : about(entry)) {
        questions.computeIfAbsent(question, each -> new ArrayList<>()).add(entry);
      }
    }
    var sorted = new ArrayList<>(questions.entrySet());
    sorted.sort(java.util.Comparator.comparingInt(each -> each.getKey().width()));
    return sorted;
  }
}
