/** The lotes of Gestão Presente: received, checked by the core, and kept in memory for a while. */
package org.valida.server.lote;
