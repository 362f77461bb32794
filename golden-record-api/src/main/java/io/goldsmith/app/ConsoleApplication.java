package io.goldsmith.app;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.PropertySource;

/** What Spring runs: the rooms of the web side and the auto-configurations that they need. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"io.goldsmith.app.console", "io.goldsmith.app.security", "io.goldsmith.app.rest"})
@PropertySource("classpath:io/goldsmith/app/console/console.properties")
class ConsoleApplication {}
