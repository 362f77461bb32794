package io.goldsmith.app.rest;

import io.goldsmith.connect.Connectors;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The control endpoints: the commands of other processes, which cannot open the hub while this one has it. */
@RestController
@RequestMapping("/control")
class ControlController {

    private final Control control;

    ControlController(Connectors connectors) {
        this.control = new Control(connectors);
    }

    @PostMapping("/extract/{connector}")
    ControlAnswer extract(@PathVariable String connector) {
        return control.extract(connector);
    }

    @PostMapping("/load-dmp")
    ControlAnswer loadDmp() {
        return control.loadDmp();
    }
}
