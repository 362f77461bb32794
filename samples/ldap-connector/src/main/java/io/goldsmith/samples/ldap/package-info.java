/**
 * A worked example of a third party's connector: entries of an LDAP directory flow through {@link io.goldsmith.samples.ldap.LdapDirectory} to the hub as rows. All that a plugin needs is
 * here: the kind, its source, and its name in {@code META-INF/services}.
 */
package io.goldsmith.samples.ldap;
