package org.valida.server.roundtrip;

import java.util.List;
import java.util.Map;
import org.valida.server.consulta.Method;

/**
 * A row of ente, with all that is in it.
 *
 * @param index among the rows of the document, from 0
 * @param place of the row
 * @param listPlace of its list, of the row itself where it has none
 * @param written the attributes of the key as the row writes them
 */
record Row(
    int index,
    RowKey key,
    Place place,
    Place listPlace,
    Map<String, Cell> written,
    List<Item> items) {

  Content content(Method method) {
    return Content.of(items.stream().map(item -> item.meaning(method)));
  }

  boolean writesMunicipio() {
    return written.containsKey(RowKey.COD_MUNICIPIO);
  }
}
