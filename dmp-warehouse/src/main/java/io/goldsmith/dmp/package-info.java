/**
 * The Data Management Platform's warehouse: settings of the {@code dmp} section and the module's root error. Customers'
 * facts flow in through {@code profile}, are generalised and gated in {@code anonymise}, and come to rest in the two
 * floors that {@code warehouse} keeps.
 */
package io.goldsmith.dmp;
