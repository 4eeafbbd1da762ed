/**
 * Writes what a run found: as text or HTML for people, as JSON for programs. Reads violations only,
 * and knows nothing of how they were found.
 */
package org.valida.report;
