package io.goldsmith.app;

import io.goldsmith.app.console.ConsoleSettings;
import io.goldsmith.app.rest.ControlToken;
import java.net.BindException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The web server of an open hub: the steward console and the control endpoints. Closing it stops the server and removes
 * {@code data/serving.json}; the hub stays open, since it belongs to whoever opened it.
 */
public final class ConsoleServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final ServingFile servingFile;
    private final URI address;

    private ConsoleServer(ConfigurableApplicationContext context, ServingFile servingFile, URI address) {
        this.context = context;
        this.servingFile = servingFile;
        this.address = address;
    }

    /** Serves a hub on the port of its {@code console} section, 8080 if it names none. */
    public static ConsoleServer start(HubRuntime runtime) {
        return start(runtime, settingsOf(runtime).port());
    }

    /**
     * Serves a hub; answers once requests are taken.
     *
     * @param port 1 to 65535, or 0 for any free one
     * @throws NoUsersException if the configuration names no user
     * @throws AppException if the port is taken
     */
    public static ConsoleServer start(HubRuntime runtime, int port) {
        ConsoleSettings settings = settingsOf(runtime);
        if (settings.users().isEmpty()) {
            throw new NoUsersException(
                    runtime.configuration().folder().resolve("goldsmith.yaml").toString());
        }
        ControlToken token = ControlToken.random();
        ServletWebServerApplicationContext context = run(runtime, settings, token, port);
        int bound = context.getWebServer().getPort();
        try {
            ServingFile file = ServingFile.write(runtime.configuration().folder(), settings.address(), bound, token);
            return new ConsoleServer(context, file, file.address());
        } catch (RuntimeException failure) {
            context.close();
            throw failure;
        }
    }

    private static ConsoleSettings settingsOf(HubRuntime runtime) {
        return runtime.configuration().section(ConsoleSettings.class).orElseGet(ConsoleSettings::defaults);
    }

    private static ServletWebServerApplicationContext run(
            HubRuntime runtime, ConsoleSettings settings, ControlToken token, int port) {
        SpringApplication application = new SpringApplication(ConsoleApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setLazyInitialization(true);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties(settings, port));
        application.addInitializers(started -> register((GenericApplicationContext) started, runtime, settings, token));
        try {
            return (ServletWebServerApplicationContext) application.run();
        } catch (RuntimeException failure) {
            if (isPortTaken(failure)) {
                throw new AppException("The console cannot listen on " + settings.address() + ":" + port
                        + ": the port is taken. Choose another with --port, or with console.port in goldsmith.yaml.");
            }
            throw failure;
        }
    }

    /** Objects that Spring uses but does not own: it neither makes nor closes them. */
    private static void register(
            GenericApplicationContext started, HubRuntime runtime, ConsoleSettings settings, ControlToken token) {
        Map.of(
                        "hubRuntime",
                        runtime,
                        "hub",
                        runtime.hub(),
                        "connectors",
                        runtime.connectors(),
                        "clock",
                        runtime.clock(),
                        "consoleSettings",
                        settings,
                        "controlToken",
                        token)
                .forEach(started.getBeanFactory()::registerSingleton);
    }

    private static Map<String, Object> properties(ConsoleSettings settings, int port) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", port);
        properties.put("server.address", settings.address());
        return properties;
    }

    private static boolean isPortTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    /** Where the console is, for example {@code http://127.0.0.1:8080/}. */
    public URI address() {
        return address;
    }

    public int port() {
        return address.getPort();
    }

    @Override
    public void close() {
        servingFile.remove();
        context.close();
    }
}
