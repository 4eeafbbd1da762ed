/** Who may ask for what (MCE 3): one user, with tokens. Knows neither HTTP nor JSON. */
package org.valida.server.oauth;
