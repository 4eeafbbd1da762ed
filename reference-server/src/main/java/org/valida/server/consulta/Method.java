package org.valida.server.consulta;

import static org.valida.server.consulta.Attribute.decimal;
import static org.valida.server.consulta.Attribute.integer;
import static org.valida.server.consulta.Attribute.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The seven methods of MCE 5, each with the list that its entes carry. */
public enum Method {
  /** MCE 5.1. */
  DESPESA(
      "despesa",
      integer("cod_fonte"),
      text("des_elemento_despesa"),
      decimal("vlr_despesa_empenhada"),
      decimal("vlr_despesa_liquidada"),
      decimal("vlr_despesa_paga")),
  /** MCE 5.2. */
  RECEITA("receita", text("cod_conta"), decimal("vlr_receita_realizada")),
  /** MCE 5.3: entes without a list, found by when they rectified. */
  RETIFICADORA(""),
  /** MCE 5.4. */
  FUNCAO12(
      "valores",
      integer("cod_subfuncao"),
      decimal("vlr_despesa_empenhada"),
      decimal("vlr_despesa_liquidada"),
      decimal("vlr_despesa_paga")),
  /** MCE 5.5. */
  INDICADOR("indicador", text("cod_indicador"), decimal("vlr_indicador")),
  /** MCE 5.6: its list holds plain texts, not objects. */
  DIVERGENCIA("divergencia", text("descricao")),
  /** MCE 5.7. */
  INFORMACOESCOMPLEMENTARES("linhas", text("num_linha"), decimal("vlr_linha"));

  private final String list;

  @SuppressWarnings("ImmutableEnumChecker") // It is: List.of.
  private final List<Attribute> attributes;

  Method(String list, Attribute... attributes) {
    this.list = list;
    this.attributes = List.of(attributes);
  }

  /** The method of that name, in lower case as MCE 3 wants it. */
  public static Optional<Method> of(String label) {
    return Stream.of(values()).filter(method -> method.label().equals(label)).findFirst();
  }

  /** The method that answers in that contract, such as {@code mce/despesa}. */
  public static Optional<Method> ofContract(String id) {
    return Stream.of(values()).filter(method -> method.contract().equals(id)).findFirst();
  }

  /** Its name in paths: the last segment of {@code /consulta/despesa}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The id of the contract of its answers. */
  public String contract() {
    return "mce/" + label();
  }

  public String path() {
    return "/consulta/" + label();
  }

  /** The attribute of the ente that holds its list; empty for retificadora, which has none. */
  public String list() {
    return list;
  }

  public boolean hasList() {
    return !list.isEmpty();
  }

  /** Whether the items of the list are texts themselves. */
  public boolean plainItems() {
    return this == DIVERGENCIA;
  }

  /** The attributes of an item, in the order of the manual. */
  public List<Attribute> attributes() {
    return attributes;
  }
}
