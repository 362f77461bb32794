/**
 * Customers' facts (attribute values by name, orders, a pseudonymous key) flow in; profiles flow out: generalised
 * attributes, consents and legal basis, without any direct identifier.
 */
package io.goldsmith.dmp.profile;
