DROP TABLE service_stops;
