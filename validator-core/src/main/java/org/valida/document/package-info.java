/**
 * What users write for Valida itself, configurations and baselines: read with the place of every
 * value, and judged by its published JSON Schema with the same engine that judges payloads.
 */
package org.valida.document;
