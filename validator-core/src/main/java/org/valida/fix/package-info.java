/**
 * Repairs of payloads: finds what has one repair, tries it by checking the repaired payload, and
 * changes those bytes and no other.
 */
package org.valida.fix;
