package br.gov.example;

/** Whose figures a response holds, and of which period. A service has more than this. */
public record Ente(String uf, int municipio, int year, int period) {}
