package io.goldsmith.app.rest;

import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.replicate.ReconciliationRequest;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.resolution.ResolutionProgress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The control endpoints: the commands of other processes, which cannot open the hub while this one has it. */
@RestController
@RequestMapping("/control")
class ControlController {

    private final Control control;
    private final Map<String, ControlProgress> reconciling = new ConcurrentHashMap<>();

    ControlController(Hub hub, Connectors connectors) {
        this.control = new Control(hub, connectors);
    }

    @PostMapping("/extract/{connector}")
    ControlAnswer extract(@PathVariable String connector) {
        return control.extract(connector);
    }

    @PostMapping("/reconcile/{target}")
    ControlAnswer reconcile(
            @PathVariable String target,
            @RequestParam boolean repair,
            @RequestParam boolean values,
            @RequestParam int most,
            @RequestParam boolean json) {
        try {
            return control.reconcile(
                    target,
                    new ReconciliationRequest(repair, values, most),
                    json,
                    (stage, done, total) -> reconciling.put(target, new ControlProgress(stage, done, total)));
        } finally {
            reconciling.remove(target);
        }
    }

    /** How far the reconciliation of a target is. */
    @GetMapping("/reconcile/{target}")
    ControlProgress reconciling(@PathVariable String target) {
        return reconciling.getOrDefault(target, ControlProgress.NONE);
    }

    @PostMapping("/what-if")
    ControlAnswer whatIf() {
        return control.whatIf();
    }

    @PostMapping("/retrain")
    ControlAnswer retrain(@RequestParam boolean dryRun) {
        return control.retrain(dryRun);
    }

    @PostMapping("/held")
    ControlAnswer held() {
        return control.held();
    }

    @PostMapping("/held/{id}/approve/{person}")
    ControlAnswer approve(@PathVariable long id, @PathVariable String person) {
        return control.approve(id, person);
    }

    @PostMapping("/held/{id}/dismiss/{person}")
    ControlAnswer dismiss(@PathVariable long id, @PathVariable String person) {
        return control.dismiss(id, person);
    }

    @PostMapping("/load-dmp")
    ControlAnswer loadDmp() {
        return control.loadDmp();
    }

    @PostMapping("/doctor/{work}")
    ControlAnswer doctor(@PathVariable String work) {
        return control.doctor(work.equals("rebuild"), ResolutionProgress.NONE);
    }
}
