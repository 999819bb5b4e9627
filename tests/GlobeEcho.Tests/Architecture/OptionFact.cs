using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace GlobeEcho.Tests.Architecture;

/// <summary>One option as the running code has it. Default and range are written as docs/configuration.md writes them.</summary>
/// <param name="Key">"Archive:RawPageDays".</param>
/// <param name="Fault">What is wrong with the option itself; null when nothing is.</param>
internal sealed record OptionFact(string Type, string Name, string Key, string Default, string Range, string? Fault)
{
    public static IEnumerable<OptionFact> All(IEnumerable<Assembly> assemblies) =>
        from type in assemblies.SelectMany(a => a.GetTypes())
        where type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Namespace?.StartsWith("GlobeEcho", StringComparison.Ordinal) == true
        let fresh = Activator.CreateInstance(type)!
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.SetMethod is { IsPublic: true } || property.GetValue(fresh) is IEnumerable and not string
        select Of(type, property, fresh);

    private static OptionFact Of(Type type, PropertyInfo property, object fresh)
    {
        var value = property.GetValue(fresh);
        var range = property.GetCustomAttribute<RangeAttribute>();
        var faults = new List<ValidationResult>();
        var valid = Validator.TryValidateProperty(value, new ValidationContext(fresh) { MemberName = property.Name }, faults);
        var counts = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var fault = !valid ? $"has a default out of its own range: {faults[0].ErrorMessage}"
            : range is null && (counts == typeof(TimeSpan) || (counts.IsPrimitive && counts != typeof(bool) && counts != typeof(char))) ? "has no [Range]"
            : null;
        var section = type.Name[..^"Options".Length];
        return new OptionFact(type.Name, property.Name, $"{section}:{property.Name}", Text(value), RangeText(property, range), fault);
    }

    private static string RangeText(PropertyInfo property, RangeAttribute? range) =>
        range is not null ? $"{Plain(range.Minimum)} to {Plain(range.Maximum)}"
        : property.PropertyType == typeof(bool) ? "true, false"
        : property.PropertyType.IsEnum ? string.Join(", ", Enum.GetNames(property.PropertyType))
        : property.GetCustomAttribute<RequiredAttribute>() is not null ? "not empty"
        : "any";

    private static string Text(object? value) => value switch
    {
        null or "" => "none",
        IEnumerable many and not string => many.Cast<object>().Select(Plain).ToList() is { Count: > 0 } items ? $"`{string.Join(", ", items)}`" : "none",
        _ => $"`{Plain(value)}`",
    };

    private static string Plain(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
