package org.valida.contract;

import java.util.Map;

/**
 * What is known of a contract before its schema is read.
 *
 * @param id public name, such as {@code mce/despesa}
 * @param schema path of its schema below the folder of contracts
 * @param titles language ({@code pt}, {@code en}) to title
 * @param method HTTP method of the route it covers
 * @param path the route
 * @param source the document and clause it comes from
 * @param recognition how it is told from the content
 */
public record ContractInfo(
    String id,
    String schema,
    Map<String, String> titles,
    String method,
    String path,
    String source,
    Recognition recognition) {
  public ContractInfo {
    titles = Map.copyOf(titles);
  }
}
