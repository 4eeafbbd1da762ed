/** How fast Valida is. */
package org.valida.bench;
